package org.postroad.learn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Splits examples into folds by customer (grouped k-fold), so that no customer is both in training and in validation. */
record Folds(int count, long seed) {

    /** The fold of a customer, in [0, count): by a hash of seed and id. */
    int of(String customerId) {
        byte[] name = (seed + "|" + customerId).getBytes(StandardCharsets.UTF_8);
        return (int) Math.floorMod(UUID.nameUUIDFromBytes(name).getMostSignificantBits(), (long) count);
    }

    List<TrainingExample> in(int fold, List<TrainingExample> examples) {
        return examples.stream().filter(each -> of(each.customerId()) == fold).toList();
    }

    List<TrainingExample> without(int fold, List<TrainingExample> examples) {
        return examples.stream().filter(each -> of(each.customerId()) != fold).toList();
    }
}
