package org.postroad.segment.model;

import java.util.Arrays;
import java.util.List;

/**
 * Makes features comparable: each has mean 0 and standard deviation 1 over those it was fitted to. A missing value (NaN) becomes
 * 0, the mean; a feature that is the same for all counts for nothing.
 *
 * @param means one a feature
 * @param deviations one a feature, above 0
 */
public record Standardisation(double[] means, double[] deviations) {

    private static final double LEAST_DEVIATION = 1e-9;

    /** @param rows of equal length, at least one */
    public static Standardisation of(List<double[]> rows) {
        int columns = rows.get(0).length;
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int column = 0; column < columns; column++) {
            int feature = column;
            double[] known = rows.stream()
                    .mapToDouble(row -> row[feature])
                    .filter(Double::isFinite)
                    .toArray();
            double mean = Arrays.stream(known).average().orElse(0);
            double variance = Arrays.stream(known)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            means[column] = mean;
            deviations[column] = Math.sqrt(variance) > LEAST_DEVIATION ? Math.sqrt(variance) : Double.MAX_VALUE;
        }
        return new Standardisation(means, deviations);
    }

    /** The standardised features of a row. */
    public double[] apply(double[] row) {
        double[] standardised = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            standardised[i] = Double.isFinite(row[i]) ? (row[i] - means[i]) / deviations[i] : 0;
        }
        return standardised;
    }

    /** The row with these standardised features. */
    public double[] invert(double[] standardised) {
        double[] row = new double[standardised.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = standardised[i] == 0 ? means[i] : means[i] + standardised[i] * deviations[i];
        }
        return row;
    }
}
