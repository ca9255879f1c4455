package org.postroad.predict;

import java.util.Arrays;

/**
 * Independent normal priors of a model's parameters, for maximum a posteriori estimates: with many data they do not matter, with
 * few they keep the estimates sensible. Not {@linkplain #NONE applied}, the estimate is that of maximum likelihood.
 */
public final class NormalPrior {

    public static final NormalPrior NONE = new NormalPrior(new double[0], new double[0]);

    private final double[] means;
    private final double[] deviations;

    /**
     * @param means one for each parameter
     * @param deviations the standard deviations, positive; infinite for a parameter without a prior
     */
    public NormalPrior(double[] means, double[] deviations) {
        if (means.length != deviations.length || Arrays.stream(deviations).anyMatch(each -> !(each > 0))) {
            throw new IllegalArgumentException("each mean needs a positive standard deviation");
        }
        this.means = means.clone();
        this.deviations = deviations.clone();
    }

    /** The logarithm of the density up to a constant. */
    public double logDensity(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double distance = (parameters[i] - means[i]) / deviations[i];
            sum -= distance * distance / 2;
        }
        return sum;
    }
}
