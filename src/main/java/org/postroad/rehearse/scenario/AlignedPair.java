package org.postroad.rehearse.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** An expected and an actual element that match, or one of the two alone. */
record AlignedPair<E, A>(Optional<E> expected, Optional<A> actual) {

    /** Aligns two lists by a longest common subsequence: as many elements as possible are matched. */
    static <E, A> List<AlignedPair<E, A>> align(List<E> expected, List<A> actual, BiPredicate<E, A> alike) {
        int[][] common = commonFrom(expected, actual, alike);
        List<AlignedPair<E, A>> pairs = new ArrayList<>();
        int e = 0;
        int a = 0;
        while (e < expected.size() || a < actual.size()) {
            if (e < expected.size() && a < actual.size() && alike.test(expected.get(e), actual.get(a))) {
                pairs.add(new AlignedPair<>(Optional.of(expected.get(e++)), Optional.of(actual.get(a++))));
            } else if (a == actual.size() || (e < expected.size() && common[e + 1][a] >= common[e][a + 1])) {
                pairs.add(new AlignedPair<>(Optional.of(expected.get(e++)), Optional.empty()));
            } else {
                pairs.add(new AlignedPair<>(Optional.empty(), Optional.of(actual.get(a++))));
            }
        }
        return pairs;
    }

    /** The lengths of the longest common subsequences of the rests of both lists, from every pair of positions. */
    private static <E, A> int[][] commonFrom(List<E> expected, List<A> actual, BiPredicate<E, A> alike) {
        int[][] common = new int[expected.size() + 1][actual.size() + 1];
        for (int e = expected.size() - 1; e >= 0; e--) {
            for (int a = actual.size() - 1; a >= 0; a--) {
                common[e][a] = alike.test(expected.get(e), actual.get(a))
                        ? common[e + 1][a + 1] + 1
                        : Math.max(common[e + 1][a], common[e][a + 1]);
            }
        }
        return common;
    }

    void ifMatched(BiConsumer<E, A> reader) {
        expected.ifPresent(one -> actual.ifPresent(other -> reader.accept(one, other)));
    }

    void ifMissing(Consumer<E> reader) {
        if (actual.isEmpty()) {
            expected.ifPresent(reader);
        }
    }

    void ifUnexpected(Consumer<A> reader) {
        if (expected.isEmpty()) {
            actual.ifPresent(reader);
        }
    }
}
