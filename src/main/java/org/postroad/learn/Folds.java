package org.postroad.learn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Splits examples by customer, so that nobody is both trained on and tested on. */
record Folds(int count, long seed) {

    /** Which fold a customer is in; the same for the same seed. */
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
