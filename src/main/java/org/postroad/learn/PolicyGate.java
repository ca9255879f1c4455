package org.postroad.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.postroad.decide.model.BaselineRule;
import org.postroad.decide.model.ModelCard.Gate;

/**
 * Decides whether a model may act: only if its choices earn more than those of the best {@link BaselineRule} with a
 * one-sided confidence of 95 %, by the {@link OffPolicyEstimator}. The best rule is selected on the same data, which favours
 * the rule.
 */
final class PolicyGate {

    private static final double CONFIDENCE = 0.95;

    /** The 95 % quantile of the standard normal distribution. */
    private static final double STANDARD_ERRORS = 1.645;

    private final List<Prediction> predictions;
    private final OffPolicyEstimator estimator;

    PolicyGate(List<Prediction> predictions) {
        this.predictions = predictions;
        this.estimator = new OffPolicyEstimator(predictions);
    }

    Gate gate() {
        List<Gate.Policy> rules = BaselineRule.all().stream()
                .filter(this::differsFromNothing)
                .map(rule -> policy(rule.name(), policyOf(rule)))
                .sorted(Comparator.comparingDouble(Gate.Policy::value).reversed())
                .toList();
        BaselineRule best = BaselineRule.named(rules.get(0).name());
        OffPolicyEstimator.Estimate gain = estimator.gain(Prediction::bestArm, policyOf(best));
        double lowerBound = gain.lowerBound(STANDARD_ERRORS);
        List<Gate.Policy> policies = new ArrayList<>(rules);
        policies.add(policy("model", Prediction::bestArm));
        policies.sort(Comparator.comparingDouble(Gate.Policy::value).reversed());
        return new Gate(
                lowerBound > 0,
                best.name(),
                gain.value(),
                lowerBound,
                CONFIDENCE,
                policies,
                reason(best, gain.value(), lowerBound));
    }

    /** A rule about offers that were never candidates chooses "nothing" everywhere, and is left out. */
    private boolean differsFromNothing(BaselineRule rule) {
        return rule.equals(BaselineRule.NOTHING)
                || predictions.stream()
                        .anyMatch(each -> policyOf(rule).applyAsInt(each)
                                != policyOf(BaselineRule.NOTHING).applyAsInt(each));
    }

    private static ToIntFunction<Prediction> policyOf(BaselineRule rule) {
        return each -> each.example().byRule().getOrDefault(rule, 0);
    }

    private Gate.Policy policy(String name, ToIntFunction<Prediction> policy) {
        OffPolicyEstimator.Estimate value = estimator.value(policy);
        Map<String, Double> actions = new TreeMap<>();
        predictions.forEach(each -> actions.merge(
                each.example().arms().get(policy.applyAsInt(each)).action(), 1.0 / predictions.size(), Double::sum));
        return new Gate.Policy(name, value.value(), value.standardError(), actions);
    }

    private static String reason(BaselineRule rule, double gain, double lowerBound) {
        return lowerBound > 0
                ? String.format(
                        Locale.ROOT,
                        "The model acts: its choices earn %.2f more a decision than the best simple rule, '%s', and with 95 %% confidence at least %.2f.",
                        gain,
                        rule.name(),
                        lowerBound)
                : String.format(
                        Locale.ROOT,
                        "The model only watches, and the rule '%s' decides: the model's choices earn an estimated %.2f more a decision, but with 95 %% confidence it may be %.2f.",
                        rule.name(),
                        gain,
                        lowerBound);
    }
}
