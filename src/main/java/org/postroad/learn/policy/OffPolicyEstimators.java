package org.postroad.learn.policy;

/**
 * Off-policy estimators of a policy's value, with errors clustered by customer. A row's importance weight w is the policy's
 * probability of the action that was taken, divided by its propensity. Values are unbiased only where the log supports the
 * policy: ask {@link Support}.
 */
public final class OffPolicyEstimators {

    private final BanditLog log;

    public OffPolicyEstimators(BanditLog log) {
        this.log = log;
    }

    /** Inverse propensity scoring (Horvitz and Thompson 1952): the mean of w × r. */
    public Estimate ips(TargetPolicy policy) {
        double[] values = new double[log.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = weight(policy, row) * log.rewards()[row];
        }
        return Estimate.ofMean(values, log.customers());
    }

    /**
     * Self-normalised (Swaminathan and Joachims, "The self-normalized estimator for counterfactual learning", NIPS 2015): the sum
     * of w × r over the sum of w; its error by the delta method. 0 with an infinite error if no row has weight.
     */
    public Estimate snips(TargetPolicy policy) {
        double weights = 0;
        double rewards = 0;
        for (int row = 0; row < log.size(); row++) {
            weights += weight(policy, row);
            rewards += weight(policy, row) * log.rewards()[row];
        }
        if (weights == 0) {
            return new Estimate(0, Double.POSITIVE_INFINITY, 0);
        }
        double value = rewards / weights;
        double[] residuals = new double[log.size()];
        for (int row = 0; row < residuals.length; row++) {
            residuals[row] = weight(policy, row) * (log.rewards()[row] - value) * residuals.length / weights;
        }
        return Estimate.of(value, residuals, log.customers());
    }

    /** Doubly robust (Dudík, Langford and Li, "Doubly Robust Policy Evaluation and Learning", ICML 2011). */
    public Estimate dr(TargetPolicy policy, double[][] expected) {
        return Estimate.ofMean(drScores(policy, expected), log.customers());
    }

    /** The doubly robust difference of two policies' values, paired by decision. */
    public Estimate gain(TargetPolicy policy, TargetPolicy other, double[][] expected) {
        double[] scores = drScores(policy, expected);
        double[] others = drScores(other, expected);
        for (int row = 0; row < scores.length; row++) {
            scores[row] -= others[row];
        }
        return Estimate.ofMean(scores, log.customers());
    }

    /**
     * The doubly robust score of each row: the predicted reward under the policy, plus w × what the prediction missed.
     *
     * @param expected the predicted reward of each arm, {@code rows × arms}, by a model that did not see the row's customer
     */
    private double[] drScores(TargetPolicy policy, double[][] expected) {
        double[] scores = new double[log.size()];
        for (int row = 0; row < scores.length; row++) {
            for (int arm = 0; arm < log.arms(); arm++) {
                scores[row] += policy.probability(row, arm) * expected[row][arm];
            }
            scores[row] += weight(policy, row) * (log.rewards()[row] - expected[row][log.taken()[row]]);
        }
        return scores;
    }

    private double weight(TargetPolicy policy, int row) {
        return policy.probability(row, log.taken()[row]) / log.propensities()[row];
    }
}
