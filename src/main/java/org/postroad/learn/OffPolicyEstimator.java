package org.postroad.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What a way of choosing would have earned, from choices that were made otherwise: the doubly robust estimate (Dudík,
 * Langford and Li, "Doubly Robust Policy Evaluation and Learning", ICML 2011), with predictions by models that did not see
 * the customer. Right if either the logged propensities or the predictions are.
 */
final class OffPolicyEstimator {

    private final List<Prediction> predictions;

    OffPolicyEstimator(List<Prediction> predictions) {
        this.predictions = predictions;
    }

    /** An estimate of a mean, with its standard error by customer: one customer's decisions are not independent. */
    record Estimate(double value, double standardError) {

        double lowerBound(double standardErrors) {
            return value - standardErrors * standardError;
        }
    }

    /** Reward a decision of a policy, which names the arm that it would choose. */
    Estimate value(ToIntFunction<Prediction> policy) {
        return mean(each -> reward(each, policy.applyAsInt(each)));
    }

    /** How much more the one earns than the other, decision by decision. */
    Estimate gain(ToIntFunction<Prediction> one, ToIntFunction<Prediction> other) {
        return mean(each -> reward(each, one.applyAsInt(each)) - reward(each, other.applyAsInt(each)));
    }

    /** What the prediction says of the chosen arm, corrected by what happened if it was taken. */
    private static double reward(Prediction prediction, int arm) {
        TrainingExample trainingExample = prediction.example();
        double expected = prediction.expected(arm);
        return arm == trainingExample.taken()
                ? expected + (trainingExample.reward() - expected) / trainingExample.propensity()
                : expected;
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
