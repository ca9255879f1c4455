package org.postroad.segment.model;

import java.util.HashMap;
import java.util.Map;

/**
 * How well two partitions of the same things agree: 1 if they are the same, 0 on average by chance (Hubert and Arabie, "Comparing
 * partitions", Journal of Classification 2, 1985, equation 5).
 */
public final class AdjustedRandIndex {

    private AdjustedRandIndex() {}

    /**
     * @param one the group of each thing
     * @param other likewise
     * @return 1 for two partitions that both have one group only
     */
    public static double of(int[] one, int[] other) {
        Map<Long, Integer> cells = new HashMap<>();
        Map<Integer, Integer> ones = new HashMap<>();
        Map<Integer, Integer> others = new HashMap<>();
        for (int i = 0; i < one.length; i++) {
            cells.merge((long) one[i] << Integer.SIZE | other[i], 1, Integer::sum);
            ones.merge(one[i], 1, Integer::sum);
            others.merge(other[i], 1, Integer::sum);
        }
        double together = pairs(cells);
        double expected = pairs(ones) * pairs(others) / pairs(one.length);
        double most = (pairs(ones) + pairs(others)) / 2;
        return one.length < 2 || most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToDouble(AdjustedRandIndex::pairs).sum();
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }
}
