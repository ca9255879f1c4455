package org.postroad.predict.replenishment;

/**
 * How long the customers of a product take to need it again. The logarithms of a customer's intervals are normal, with a mean
 * and a variance of the customer's own, which have a normal-inverse-gamma distribution over customers (Gelman et al., "Bayesian
 * Data Analysis", 3rd ed., section 3.3). After each purchase the habit ends with a probability that is beta distributed over
 * customers (as in the MBG/NBD model: Batislam, Denizel and Filiztekin, IJRM 24(3), 2007). So the next interval, if there is
 * one, is a log-Student-t variable: heavier in the tails than gamma intervals, which pauses need.
 *
 * @param meanLog of the logarithms of intervals in days, for one unit
 * @param meanStrength how many intervals of a customer's own the mean is worth, positive
 * @param variance of the logarithms of a customer's intervals, positive
 * @param varianceStrength how many intervals of a customer's own the variance is worth, positive
 * @param elasticity by how many per cent an interval is longer if a purchase brings one per cent more units: 1 where what is
 *     bought is used up evenly, 0 where the quantity says nothing
 * @param a first shape of the probability that the habit ends, positive
 * @param b second shape of it, positive
 */
public record IntervalModel(
        double meanLog,
        double meanStrength,
        double variance,
        double varianceStrength,
        double elasticity,
        double a,
        double b) {

    /** @throws IllegalArgumentException if a parameter is out of its range */
    public IntervalModel {
        if (!Double.isFinite(meanLog) || !Double.isFinite(elasticity)) {
            throw new IllegalArgumentException("not finite: " + meanLog + ", " + elasticity);
        }
        for (double parameter : new double[] {meanStrength, variance, varianceStrength, a, b}) {
            if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("not positive: " + parameter);
            }
        }
    }

    /** The same habits with another typical interval. */
    IntervalModel withTypicalDays(double daysPerUnit) {
        return new IntervalModel(Math.log(daysPerUnit), meanStrength, variance, varianceStrength, elasticity, a, b);
    }

    /** When the customer is due, as seen today. */
    public DueDate forecast(RepurchaseHistory history) {
        IntervalPosterior posterior = posterior(history);
        NextInterval next = posterior.next(history);
        return new DueDate(
                posterior.probabilityThatItGoesOn(next),
                next.remaining(DueDate.LOW),
                next.remaining(.5),
                next.remaining(DueDate.HIGH));
    }

    /** The probability of a purchase within so many days from today. */
    public double probabilityWithin(RepurchaseHistory history, double days) {
        IntervalPosterior posterior = posterior(history);
        NextInterval next = posterior.next(history);
        return posterior.probabilityThatItGoesOn(next) * next.probabilityWithin(days);
    }

    private IntervalPosterior posterior(RepurchaseHistory history) {
        return new IntervalPosterior(this, history.intervals().count());
    }
}
