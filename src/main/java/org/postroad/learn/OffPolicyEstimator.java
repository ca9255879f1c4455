package org.postroad.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Estimates what a policy would have earned from decisions that another policy made: the doubly robust estimator (Dudík,
 * Langford and Li, "Doubly Robust Policy Evaluation and Learning", ICML 2011). Per decision with context x, taken arm a,
 * reward r and propensity p, a policy that chooses b has the value q(x, b) + 1[a = b] (r - q(x, a)) / p, where q is the
 * predicted reward, from a model that did not see the customer ({@link CrossFit}). The mean is unbiased if either the
 * propensities or the predictions are right.
 */
final class OffPolicyEstimator {

    private final List<Prediction> predictions;

    OffPolicyEstimator(List<Prediction> predictions) {
        this.predictions = predictions;
    }

    /**
     * An estimated mean in the shop's currency per decision, with its standard error clustered by customer (Liang and Zeger,
     * "Longitudinal data analysis using generalized linear models", Biometrika 73, 1986): decisions for one customer are not
     * independent.
     */
    record Estimate(double value, double standardError) {

        /** The lower confidence bound so many standard errors below the value. */
        double lowerBound(double standardErrors) {
            return value - standardErrors * standardError;
        }
    }

    /** The value of a policy. It returns the index of the arm that it would choose. */
    Estimate value(ToIntFunction<Prediction> policy) {
        return mean(each -> reward(each, policy.applyAsInt(each)));
    }

    /** The difference of the values of two policies, paired by decision. */
    Estimate gain(ToIntFunction<Prediction> policy, ToIntFunction<Prediction> baseline) {
        return mean(each -> reward(each, policy.applyAsInt(each)) - reward(each, baseline.applyAsInt(each)));
    }

    /** The predicted reward of an arm, corrected by the observed reward if the arm was taken. */
    private static double reward(Prediction prediction, int arm) {
        TrainingExample example = prediction.example();
        double expected = prediction.expected(arm);
        return arm == example.taken() ? expected + (example.reward() - expected) / example.propensity() : expected;
    }

    private Estimate mean(ToDoubleFunction<Prediction> reward) {
        double mean = predictions.stream().mapToDouble(reward).average().orElse(0);
        Map<String, Double> byCustomer = new HashMap<>();
        for (Prediction each : predictions) {
            byCustomer.merge(each.example().customerId(), reward.applyAsDouble(each) - mean, Double::sum);
        }
        double squares =
                byCustomer.values().stream().mapToDouble(sum -> sum * sum).sum();
        return new Estimate(mean, Math.sqrt(squares) / Math.max(1, predictions.size()));
    }
}
