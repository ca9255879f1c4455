package org.postroad.predict.replenishment;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.postroad.predict.LogSum;

/** What an {@link IntervalModel} says of customers with a certain number of intervals. Holds all that depends on the number alone. */
final class IntervalPosterior {

    private final IntervalModel model;
    private final int count;
    private final double strength;
    private final double degrees;
    private final double logGoesOn;
    private final double logEnded;
    private final StudentTail tail;

    /** @param count of a customer's intervals, at least 0 */
    IntervalPosterior(IntervalModel model, int count) {
        this.model = model;
        this.count = count;
        this.strength = model.meanStrength() + count;
        this.degrees = model.varianceStrength() + count;
        this.logGoesOn = Beta.logBeta(model.a(), model.b() + count + 1);
        this.logEnded = Beta.logBeta(model.a() + 1, model.b() + count);
        this.tail = new StudentTail(degrees);
    }

    /** The part of every {@link #logLikelihood} that depends on the number alone. */
    double logConstant() {
        return Gamma.logGamma(degrees / 2)
                - Gamma.logGamma(model.varianceStrength() / 2)
                + model.varianceStrength() / 2 * Math.log(model.varianceStrength() * model.variance())
                + Math.log(model.meanStrength() / strength) / 2
                - count / 2.0 * Math.log(Math.PI)
                - Beta.logBeta(model.a(), model.b());
    }

    /** The rest of the logarithm of the density of the logarithms of a customer's intervals and of the silence since. */
    double logLikelihood(RepurchaseHistory history) {
        double squares = sumOfSquares(history.intervals());
        NextInterval next = next(history, squares);
        return LogSum.of(logGoesOn + Math.log(next.survivalOfSilence()), logEnded) - degrees / 2 * Math.log(squares);
    }

    double probabilityThatItGoesOn(NextInterval next) {
        double goesOn = logGoesOn + Math.log(next.survivalOfSilence());
        return Math.exp(goesOn - LogSum.of(goesOn, logEnded));
    }

    /** The present interval, if the habit goes on. */
    NextInterval next(RepurchaseHistory history) {
        return next(history, sumOfSquares(history.intervals()));
    }

    private NextInterval next(RepurchaseHistory history, double squares) {
        double own = history.intervals().meanOfOneUnit(model.elasticity());
        double mean = (model.meanStrength() * model.meanLog() + count * own) / strength;
        double scale = Math.sqrt(squares / degrees * (1 + 1 / strength));
        double location = mean + model.elasticity() * Math.log(history.units());
        return new NextInterval(location, scale, tail, history.silence());
    }

    private double sumOfSquares(LogIntervals intervals) {
        double distance = intervals.meanOfOneUnit(model.elasticity()) - model.meanLog();
        double shrunk = model.meanStrength() * count / strength;
        return model.varianceStrength() * model.variance()
                + intervals.squaresOfOneUnit(model.elasticity())
                + shrunk * distance * distance;
    }
}
