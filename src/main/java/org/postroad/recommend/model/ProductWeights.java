package org.postroad.recommend.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A sparse vector over products: a customer's purchases.
 *
 * @param products indices of products, ascending and distinct; shape {@code [size]}
 * @param weights finite and not negative; shape {@code [size]}
 */
public record ProductWeights(int[] products, double[] weights) {

    /** @throws IllegalArgumentException if the arrays differ in length, products are not ascending, or a weight is unusable */
    public ProductWeights {
        if (products.length != weights.length) {
            throw new IllegalArgumentException(products.length + " products have " + weights.length + " weights");
        }
        for (int i = 0; i < products.length; i++) {
            if (products[i] < 0 || (i > 0 && products[i] <= products[i - 1])) {
                throw new IllegalArgumentException("products are not ascending at position " + i);
            }
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("product " + products[i] + " has the weight " + weights[i]);
            }
        }
    }

    /** Each product with weight 1. */
    public static ProductWeights ofOnes(int... products) {
        int[] ascending = IntStream.of(products).sorted().distinct().toArray();
        double[] ones = new double[ascending.length];
        Arrays.fill(ones, 1);
        return new ProductWeights(ascending, ones);
    }

    public int size() {
        return products.length;
    }

    /** Whether the product has an entry, of whatever weight. */
    public boolean contains(int product) {
        return Arrays.binarySearch(products, product) >= 0;
    }
}
