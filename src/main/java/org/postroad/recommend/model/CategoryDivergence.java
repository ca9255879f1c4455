package org.postroad.recommend.model;

import java.util.HashMap;
import java.util.Map;

/**
 * The Kullback-Leibler divergence of a list's categories from a customer's (Steck 2018, equation 6), in nats: 0 if the list has
 * them in the same proportion. Every place in the list counts alike. Not safe for threads.
 */
public final class CategoryDivergence {

    private final Map<String, Double> target;
    private final double smoothing;
    private final Map<String, Integer> counts = new HashMap<>();
    private int size;

    private CategoryDivergence(Map<String, Double> target, double smoothing) {
        this.target = target;
        this.smoothing = smoothing;
    }

    /**
     * @param weights by category; those that are no positive numbers are left out
     * @param smoothing in (0, 1): the share of the target in the list's distribution
     */
    public static CategoryDivergence from(Map<String, Double> weights, double smoothing) {
        Map<String, Double> target = new HashMap<>(weights);
        target.values().removeIf(weight -> !(weight > 0) || weight.isInfinite());
        double sum = target.values().stream().mapToDouble(Double::doubleValue).sum();
        target.replaceAll((category, weight) -> weight / sum);
        return new CategoryDivergence(target, smoothing);
    }

    /** Whether the customer has no categories. */
    boolean isUndefined() {
        return target.isEmpty();
    }

    /** Lengthens the list by a product of this category. */
    public void add(String category) {
        counts.merge(category, 1, Integer::sum);
        size++;
    }

    /** The divergence of the list. */
    public double value() {
        return value("", size);
    }

    /** The divergence if a product of this category were added. */
    double with(String category) {
        return value(category, size + 1);
    }

    private double value(String added, int length) {
        double sum = 0;
        for (Map.Entry<String, Double> each : target.entrySet()) {
            double share = each.getValue();
            int count = counts.getOrDefault(each.getKey(), 0)
                    + (length > size && each.getKey().equals(added) ? 1 : 0);
            double inList = length == 0 ? 0 : (double) count / length;
            sum += share * Math.log(share / ((1 - smoothing) * inList + smoothing * share));
        }
        return sum;
    }
}
