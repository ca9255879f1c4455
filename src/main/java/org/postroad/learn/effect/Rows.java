package org.postroad.learn.effect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Selects rows, and splits them into folds. */
public final class Rows {

    private Rows() {}

    /** The values at these indices. */
    public static double[] select(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(index -> values[index]).toArray();
    }

    /** The values at these indices. */
    public static int[] select(int[] values, int[] indices) {
        return Arrays.stream(indices).map(index -> values[index]).toArray();
    }

    /**
     * Folds by customer (grouped k-fold): no customer is in two of them.
     *
     * @param customers of each row, any numbers
     * @return the fold of each row, in [0, folds)
     */
    public static int[] folds(int[] customers, int folds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Integer, Integer> byCustomer = new HashMap<>();
        return Arrays.stream(customers)
                .map(customer -> byCustomer.computeIfAbsent(customer, any -> random.nextInt(folds)))
                .toArray();
    }

    /** The rows in a fold. */
    public static int[] in(int fold, int[] folds) {
        return IntStream.range(0, folds.length)
                .filter(row -> folds[row] == fold)
                .toArray();
    }

    /** The rows outside a fold. */
    public static int[] without(int fold, int[] folds) {
        return IntStream.range(0, folds.length)
                .filter(row -> folds[row] != fold)
                .toArray();
    }
}
