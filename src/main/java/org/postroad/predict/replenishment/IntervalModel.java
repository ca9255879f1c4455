package org.postroad.predict.replenishment;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.postroad.predict.LogSum;

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
        NextInterval next = next(history);
        return new DueDate(
                probabilityThatItGoesOn(history, next),
                next.remaining(DueDate.LOW),
                next.remaining(.5),
                next.remaining(DueDate.HIGH));
    }

    /** The probability of a purchase within so many days from today. */
    public double probabilityWithin(RepurchaseHistory history, double days) {
        NextInterval next = next(history);
        return probabilityThatItGoesOn(history, next) * next.probabilityWithin(days);
    }

    /** The logarithm of the density of the logarithms of a customer's intervals and of the silence since. */
    double logLikelihood(RepurchaseHistory history) {
        int n = history.intervals().count();
        double degrees = varianceStrength + n;
        double intervals = Gamma.logGamma(degrees / 2)
                - Gamma.logGamma(varianceStrength / 2)
                + varianceStrength / 2 * Math.log(varianceStrength * variance)
                - degrees / 2 * Math.log(sumOfSquares(history))
                + Math.log(meanStrength / (meanStrength + n)) / 2
                - n / 2.0 * Math.log(Math.PI);
        return intervals + LogSum.of(logGoesOn(history, next(history)), logEnded(history)) - Beta.logBeta(a, b);
    }

    private double probabilityThatItGoesOn(RepurchaseHistory history, NextInterval next) {
        double goesOn = logGoesOn(history, next);
        return Math.exp(goesOn - LogSum.of(goesOn, logEnded(history)));
    }

    private double logGoesOn(RepurchaseHistory history, NextInterval next) {
        return Beta.logBeta(a, b + history.intervals().count() + 1) + Math.log(next.survivalOfSilence());
    }

    private double logEnded(RepurchaseHistory history) {
        return Beta.logBeta(a + 1, b + history.intervals().count());
    }

    private NextInterval next(RepurchaseHistory history) {
        int n = history.intervals().count();
        double strength = meanStrength + n;
        double mean = (meanStrength * meanLog + n * history.intervals().meanOfOneUnit(elasticity)) / strength;
        double degrees = varianceStrength + n;
        double scale = Math.sqrt(sumOfSquares(history) / degrees * (1 + 1 / strength));
        return new NextInterval(mean + elasticity * Math.log(history.units()), scale, degrees, history.silence());
    }

    private double sumOfSquares(RepurchaseHistory history) {
        int n = history.intervals().count();
        double distance = history.intervals().meanOfOneUnit(elasticity) - meanLog;
        double shrunk = meanStrength * n / (meanStrength + n);
        return varianceStrength * variance
                + history.intervals().squaresOfOneUnit(elasticity)
                + shrunk * distance * distance;
    }
}
