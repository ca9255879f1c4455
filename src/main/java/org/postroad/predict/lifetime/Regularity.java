package org.postroad.predict.lifetime;

import java.util.Arrays;
import java.util.List;

/**
 * How evenly spaced purchases are: the shape k of Erlang times between purchases, from pairs of successive intervals (Wheat and
 * Morrison, "Estimating purchase regularity with two interpurchase times", Journal of Marketing Research 27(1), 1990). The share
 * of the first in the sum of both has the variance 1 / (4 (2k + 1)), whatever the customer's rate is.
 */
final class Regularity {

    private static final int FEWEST_PAIRS = 30;

    private Regularity() {}

    /**
     * From the last two intervals before a day of each customer with at least three of them; the first interval is
     * left out where it can be, since it often differs. 1 (no regularity) if fewer than {@value #FEWEST_PAIRS} have so many.
     */
    static double estimate(List<CustomerPurchases> customers, int day) {
        double[] deviations = customers.stream()
                .map(customer -> customer.intervalsUntil(day))
                .filter(intervals -> intervals.length >= 3)
                .mapToDouble(Regularity::shareOfTheFormer)
                .map(share -> (share - .5) * (share - .5))
                .toArray();
        if (deviations.length < FEWEST_PAIRS) {
            return 1;
        }
        double variance = Arrays.stream(deviations).average().orElseThrow();
        return (1 - 4 * variance) / (8 * variance);
    }

    private static double shareOfTheFormer(int[] intervals) {
        double former = intervals[intervals.length - 2];
        return former / (former + intervals[intervals.length - 1]);
    }
}
