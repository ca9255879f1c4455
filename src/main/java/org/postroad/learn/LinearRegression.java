package org.postroad.learn;

import org.postroad.decide.model.OrderValueModel;

/** A least-squares line through points as they come; those without a known abscissa count for the mean only. */
final class LinearRegression {

    private long all;
    private double sumOfAll;
    private long points;
    private double x;
    private double y;
    private double xx;
    private double xy;

    void add(double abscissa, double ordinate) {
        all++;
        sumOfAll += ordinate;
        if (!Double.isNaN(abscissa)) {
            points++;
            x += abscissa;
            y += ordinate;
            xx += abscissa * abscissa;
            xy += abscissa * ordinate;
        }
    }

    /** Flat where there is nothing to tell a slope by. */
    OrderValueModel.LinearFit fit() {
        double mean = all == 0 ? 0 : sumOfAll / all;
        double spread = points * xx - x * x;
        if (points < 2 || spread <= 0) {
            return new OrderValueModel.LinearFit(mean, 0, mean);
        }
        double slope = (points * xy - x * y) / spread;
        return new OrderValueModel.LinearFit((y - slope * x) / points, slope, mean);
    }
}
