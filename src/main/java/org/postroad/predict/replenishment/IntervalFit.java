package org.postroad.predict.replenishment;

import java.util.List;
import org.postroad.predict.NormalPrior;
import org.postroad.predict.ParameterSearch;

/**
 * Fits an {@link IntervalModel} to customers' histories: the mode of the posterior density over the mean, the elasticity and the
 * logarithms of the other parameters, each with a normal prior around those of the level above.
 */
final class IntervalFit {

    /**
     * What is thought of a product of which nothing is known: bought every 30 days, twice as much for twice as long, and given up
     * after a purchase with a probability of one in three.
     */
    static final IntervalModel UNKNOWN = new IntervalModel(Math.log(30), .5, .3, 3, 1, .5, 1);

    /** Of the posterior density's logarithm. */
    private static final double TOLERANCE = 1e-3;

    /** All products: a typical interval may be a factor of 4.5 off (one standard deviation), the rest of 2.7. */
    private static final double[] WEAK = {1.5, 1, 1, 1, .5, 1, 1};

    /** A category among all, or a product in its category. */
    private static final double[] LEVEL = {1, .7, .5, .5, .25, .7, .7};

    /** A product whose days per unit the catalogue tells: right within a factor of 1.6. */
    private static final double[] TOLD = {.5, .7, .5, .5, .25, .7, .7};

    private IntervalFit() {}

    static IntervalModel ofAll(List<RepurchaseHistory> histories) {
        return fit(histories, UNKNOWN, WEAK);
    }

    static IntervalModel within(IntervalModel level, List<RepurchaseHistory> histories) {
        return fit(histories, level, LEVEL);
    }

    /** @param level with the days per unit that the catalogue tells as its typical interval */
    static IntervalModel withinTold(IntervalModel level, List<RepurchaseHistory> histories) {
        return fit(histories, level, TOLD);
    }

    private static IntervalModel fit(List<RepurchaseHistory> histories, IntervalModel around, double[] deviations) {
        double[] start = parameters(around);
        NormalPrior prior = new NormalPrior(start, deviations);
        IntervalLikelihood likelihood = new IntervalLikelihood(histories);
        return model(ParameterSearch.maximise(
                parameters -> prior.logDensity(parameters) + likelihood.log(model(parameters)), start, TOLERANCE));
    }

    private static double[] parameters(IntervalModel model) {
        return new double[] {
            model.meanLog(),
            Math.log(model.meanStrength()),
            Math.log(model.variance()),
            Math.log(model.varianceStrength()),
            model.elasticity(),
            Math.log(model.a()),
            Math.log(model.b())
        };
    }

    private static IntervalModel model(double[] parameters) {
        return new IntervalModel(
                Math.max(-20, Math.min(20, parameters[0])),
                bounded(parameters[1]),
                bounded(parameters[2]),
                bounded(parameters[3]),
                Math.max(0, Math.min(1.5, parameters[4])),
                bounded(parameters[5]),
                bounded(parameters[6]));
    }

    private static double bounded(double log) {
        return Math.exp(Math.max(-12, Math.min(12, log)));
    }
}
