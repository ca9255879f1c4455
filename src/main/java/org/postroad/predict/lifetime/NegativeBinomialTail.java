package org.postroad.predict.lifetime;

/**
 * Upper tails of a Poisson number of points within a time whose rate is gamma distributed, that is of a negative binomial
 * distribution. Asked with rising arguments, each costs only the steps since the last; works in logarithms, since for a customer
 * with thousands of purchases the first terms underflow.
 */
final class NegativeBinomialTail {

    private final double shape;
    private final double logContinue;
    private double logProbability;
    private double below;
    private int next;

    /**
     * @param shape of the rate
     * @param scaledTime the time over the inverse scale of the rate
     */
    NegativeBinomialTail(double shape, double scaledTime) {
        this.shape = shape;
        this.logContinue = Math.log(scaledTime) - Math.log1p(scaledTime);
        this.logProbability = -shape * Math.log1p(scaledTime);
    }

    /**
     * The probability of at least so many points.
     *
     * @param points not less than at the last call
     */
    double atLeast(int points) {
        for (; next < points; next++) {
            below += Math.exp(logProbability);
            logProbability += Math.log((shape + next) / (next + 1)) + logContinue;
        }
        return Math.max(0, 1 - below);
    }
}
