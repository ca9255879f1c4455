package org.postroad.learn;

import org.postroad.decide.model.OrderValueModel;

/**
 * Simple linear regression by ordinary least squares, one point at a time. Points with an unknown x (NaN) count for the mean
 * only. Amounts of money are {@code double}s here: they are observations of a statistic.
 */
final class LinearRegression {

    private long count;
    private double sum;
    private long points;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;

    void add(double x, double y) {
        count++;
        sum += y;
        if (!Double.isNaN(x)) {
            points++;
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
    }

    /** The line; with slope 0 if the points do not determine a slope. */
    OrderValueModel.LinearFit fit() {
        double mean = count == 0 ? 0 : sum / count;
        double spread = points * sumXx - sumX * sumX;
        if (points < 2 || spread <= 0) {
            return new OrderValueModel.LinearFit(mean, 0, mean);
        }
        double slope = (points * sumXy - sumX * sumY) / spread;
        return new OrderValueModel.LinearFit((sumY - slope * sumX) / points, slope, mean);
    }
}
