package org.postroad.predict.lifetime;

import java.util.Arrays;
import org.postroad.predict.NormalPrior;
import org.postroad.predict.ParameterSearch;

/**
 * Makes a probability to buy again of the expected number of purchases: {@code logit P = intercept + slope · log E}, as an
 * earlier window of the same customers shows it. A customer who bought often and fell silent is thought lost too surely by the
 * models of this package; the expected number, which weighs the rate, ranks such customers better. Since the slope is
 * positive, a longer horizon never has a smaller probability.
 *
 * @param intercept of the logit
 * @param slope of the logit over the logarithm of the expected number, positive
 */
public record PurchaseCalibration(double intercept, double slope) {

    private static final double TOLERANCE = 1e-8;

    /** {@code P = E / (1 + E)}, with deviations of 1 for the intercept and of .5 for the slope's logarithm. */
    private static final NormalPrior PRIOR = new NormalPrior(new double[] {0, 0}, new double[] {1, .5});

    private static final double LEAST = 1e-12;

    /**
     * @param expected numbers of purchases that were predicted
     * @param bought whether there was at least one
     */
    static PurchaseCalibration fit(double[] expected, boolean[] bought) {
        double[] best = ParameterSearch.maximise(
                parameters -> PRIOR.logDensity(parameters) - of(parameters).logLoss(expected, bought) * expected.length,
                new double[2],
                TOLERANCE);
        return of(best);
    }

    private static PurchaseCalibration of(double[] parameters) {
        return new PurchaseCalibration(parameters[0], Math.exp(Math.min(20, parameters[1])));
    }

    /** The probability of at least one purchase, given the expected number; 0 for 0. */
    double probability(double expected) {
        return expected <= 0 ? 0 : 1 / (1 + Math.exp(-intercept - slope * Math.log(expected)));
    }

    double[] probabilities(double[] expected) {
        return Arrays.stream(expected).map(this::probability).toArray();
    }

    double logLoss(double[] expected, boolean[] bought) {
        return logLossOf(probabilities(expected), bought);
    }

    /** The mean of minus the logarithm of the probability that was given to what happened, in nats; 0 for nobody. */
    static double logLossOf(double[] probabilities, boolean[] bought) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double given = bought[i] ? probabilities[i] : 1 - probabilities[i];
            sum -= Math.log(Math.max(LEAST, given));
        }
        return probabilities.length == 0 ? 0 : sum / probabilities.length;
    }
}
