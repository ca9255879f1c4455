package org.postroad.learn.policy;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimated mean a decision, with its standard error clustered by customer (Liang and Zeger, "Longitudinal data analysis
 * using generalized linear models", Biometrika 73, 1986): decisions for one customer are not independent.
 *
 * @param value in the reward's unit
 * @param standardError infinite if fewer than two customers are known
 * @param customers the number of independent ones
 */
public record Estimate(double value, double standardError, int customers) {

    /** The mean of values; 0 if there are none. */
    static Estimate ofMean(double[] values, int[] customers) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double[] residuals = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            residuals[row] = values[row] - mean;
        }
        return of(mean, residuals, customers);
    }

    /** An estimate whose error is the mean of residuals. */
    public static Estimate of(double value, double[] residuals, int[] customers) {
        double[] sums = new double[residuals.length];
        boolean[] known = new boolean[residuals.length];
        for (int row = 0; row < residuals.length; row++) {
            sums[customers[row]] += residuals[row];
            known[customers[row]] = true;
        }
        double squares = 0;
        int count = 0;
        for (int customer = 0; customer < sums.length; customer++) {
            squares += sums[customer] * sums[customer];
            count += known[customer] ? 1 : 0;
        }
        double standardError =
                count < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares * count / (count - 1)) / residuals.length;
        return new Estimate(value, standardError, count);
    }

    /** The bound that the true value is above, except with probability alpha; by the t-distribution. */
    public double lowerBound(double alpha) {
        return customers < 2 ? Double.NEGATIVE_INFINITY : value - quantile(alpha) * standardError;
    }

    /** The bound that the true value is below, except with probability alpha. */
    public double upperBound(double alpha) {
        return customers < 2 ? Double.POSITIVE_INFINITY : value + quantile(alpha) * standardError;
    }

    /** Whether the two-sided interval of that confidence has a value in it. */
    public boolean covers(double truth, double confidence) {
        double alpha = (1 - confidence) / 2;
        return lowerBound(alpha) <= truth && truth <= upperBound(alpha);
    }

    private double quantile(double alpha) {
        return TDistribution.of(customers - 1).inverseSurvivalProbability(alpha);
    }
}
