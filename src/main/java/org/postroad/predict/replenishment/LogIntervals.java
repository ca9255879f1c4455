package org.postroad.predict.replenishment;

/**
 * The logarithms of the intervals between a customer's purchases of a product, in days, and those of the units that the purchase
 * before each brought: their number, means, and sums of squares and products about the means.
 *
 * @param count of intervals, at least 0; the rest is 0 if there are none
 * @param meanDays of the logarithms of days
 * @param meanUnits of the logarithms of units
 * @param squaresDays about the mean
 * @param squaresUnits about the mean
 * @param products of both, about their means
 */
public record LogIntervals(
        int count, double meanDays, double meanUnits, double squaresDays, double squaresUnits, double products) {

    public static final LogIntervals NONE = new LogIntervals(0, 0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if a number is not finite, or negative where it cannot be */
    public LogIntervals {
        boolean possible = count >= 0
                && squaresDays >= 0
                && squaresUnits >= 0
                && Double.isFinite(meanDays + meanUnits + squaresDays + squaresUnits + products);
        if (!possible) {
            throw new IllegalArgumentException("no intervals: %d, means %s and %s, squares %s and %s, products %s"
                    .formatted(count, meanDays, meanUnits, squaresDays, squaresUnits, products));
        }
    }

    /** With one more, by Welford's method. */
    LogIntervals with(double logDays, double logUnits) {
        double days = logDays - meanDays;
        double units = logUnits - meanUnits;
        double newDays = meanDays + days / (count + 1);
        double newUnits = meanUnits + units / (count + 1);
        return new LogIntervals(
                count + 1,
                newDays,
                newUnits,
                squaresDays + days * (logDays - newDays),
                squaresUnits + units * (logUnits - newUnits),
                products + days * (logUnits - newUnits));
    }

    /** The mean of the logarithms of what an interval would have been for one unit. */
    double meanOfOneUnit(double elasticity) {
        return meanDays - elasticity * meanUnits;
    }

    /** The squares about that mean. */
    double squaresOfOneUnit(double elasticity) {
        return Math.max(0, squaresDays - 2 * elasticity * products + elasticity * elasticity * squaresUnits);
    }
}
