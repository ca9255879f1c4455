package org.postroad.predict.lifetime;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.postroad.predict.LogSum;

/**
 * What a customer's history says of the hidden state: lost, or still there with {@code phase} of the {@code k} parts of the
 * next interval gone by (an Erlang-k time is the sum of k exponential times). Given the state, λ has a gamma and p a beta
 * distribution, so all that is predicted is a weighted sum over states.
 */
final class PosteriorState {

    private final RepeatPurchaseModel model;
    private final PurchaseHistory history;

    /** By phase, up to a factor that all states share. */
    private final double[] logAlive;

    private final double logLost;

    PosteriorState(RepeatPurchaseModel model, PurchaseHistory history) {
        this.model = model;
        this.history = history;
        this.logAlive = new double[model.regularity()];
        double logStay = Beta.logBeta(model.a(), staying());
        double logSilence = Math.log(history.age() - history.recency());
        for (int phase = 0; phase < logAlive.length; phase++) {
            double logPast = phase == 0 ? 0 : phase * logSilence - Gamma.logGamma(phase + 1.0);
            logAlive[phase] = logStay + logPast + logRate(shape(phase), history.age());
        }
        this.logLost = model.dropout().chances(history.repeats()) == 0
                ? Double.NEGATIVE_INFINITY
                : Beta.logBeta(model.a() + 1, staying() - 1) + logRate(shape(0), history.recency());
    }

    /** The shape of λ if the customer is there, in a phase. */
    double shape(int phase) {
        return model.r() + (double) model.regularity() * history.repeats() + phase;
    }

    /** The second shape of p if the customer is there. */
    double staying() {
        return model.b() + model.dropout().chances(history.repeats());
    }

    /** The logarithm of ∫ λ^(shape - r) exp(-λ time) dGamma(λ | r, alpha), up to a factor. */
    private double logRate(double shape, double time) {
        return Gamma.logGamma(shape) - shape * Math.log(model.alpha() + time);
    }

    double logLikelihood() {
        double logIntervals = (model.regularity() - 1) * history.sumOfLogIntervals()
                - history.repeats() * Gamma.logGamma(model.regularity());
        double logPriors =
                model.r() * Math.log(model.alpha()) - Gamma.logGamma(model.r()) - Beta.logBeta(model.a(), model.b());
        return logIntervals + logPriors + logTotal();
    }

    double probabilityAlive() {
        return Math.exp(LogSum.of(logAlive) - logTotal());
    }

    /** The probability that the customer is there and in a phase. */
    double probabilityAlive(int phase) {
        return Math.exp(logAlive[phase] - logTotal());
    }

    private double logTotal() {
        return LogSum.of(LogSum.of(logAlive), logLost);
    }
}
