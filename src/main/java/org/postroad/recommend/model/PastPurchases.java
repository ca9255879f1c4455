package org.postroad.recommend.model;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * When a customer bought which products. A moment in the future counts as now: clocks differ.
 *
 * @param products indices of products, ascending and distinct; shape {@code [size]}
 * @param daysAgo for each product the days since each purchase, one for each day with a purchase, latest first; shape {@code
 *     [size][1 or more]}
 */
public record PastPurchases(int[] products, double[][] daysAgo) {

    public static final PastPurchases EMPTY = new PastPurchases(new int[0], new double[0][]);

    /** @param daysAgo by product, one number or more each; in any order */
    public static PastPurchases of(SortedMap<Integer, double[]> daysAgo) {
        int[] products = daysAgo.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[][] days = daysAgo.entrySet().stream()
                .map(Map.Entry::getValue)
                .map(each -> Arrays.stream(each)
                        .map(ago -> Math.max(0, ago))
                        .sorted()
                        .toArray())
                .toArray(double[][]::new);
        return new PastPurchases(products, days);
    }

    public int size() {
        return products.length;
    }

    /** Whether the customer bought this product. */
    public boolean contains(int product) {
        return indexOf(product) >= 0;
    }

    /** @return negative if the customer did not buy the product */
    int indexOf(int product) {
        return Arrays.binarySearch(products, product);
    }

    /** Each product with 2^(-age / half-life), by its latest purchase. */
    public ProductWeights weightedByRecency(double halfLifeDays) {
        double[] weights = new double[products.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = decay(daysAgo[i][0], halfLifeDays);
        }
        return new ProductWeights(products, weights);
    }

    /** The number of purchases of the product at this position, each counted as 2^(-age / half-life). */
    double decayedPurchases(int position, double halfLifeDays) {
        return Arrays.stream(daysAgo[position])
                .map(ago -> decay(ago, halfLifeDays))
                .sum();
    }

    private static double decay(double daysAgo, double halfLifeDays) {
        return Math.pow(0.5, daysAgo / halfLifeDays);
    }
}
