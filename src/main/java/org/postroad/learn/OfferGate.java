package org.postroad.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postroad.decide.Decision;
import org.postroad.decide.model.BaselineRule;
import org.postroad.decide.model.ModelCard.Gate;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.policy.BanditLog;
import org.postroad.learn.policy.Choices;
import org.postroad.learn.policy.Estimate;
import org.postroad.learn.policy.GateEvidence;
import org.postroad.learn.policy.GateVerdict;
import org.postroad.learn.policy.Look;
import org.postroad.learn.policy.OffPolicyEstimators;
import org.postroad.learn.policy.PolicyGate;
import org.postroad.learn.policy.Support;
import org.postroad.learn.policy.TargetPolicy;

/**
 * Puts past decisions about offers before the {@link PolicyGate}, against every {@link BaselineRule}. A model that would choose an
 * action which the log does not support wherever it was possible may not act, since serving chooses among all. The features of
 * support are those of the customer without an offer.
 */
final class OfferGate {

    private static final String MODEL = "model";

    private final List<Prediction> predictions;
    private final List<String> actions;
    private final GateEvidence evidence;
    private final Support support;
    private final Set<Integer> claimed;

    /** @param predictions at least one, by models that did not see the customer */
    OfferGate(List<Prediction> predictions) {
        this.predictions = predictions;
        this.actions = actions(predictions);
        this.evidence = evidence();
        this.support = Support.of(evidence.log(), evidence.features());
        this.claimed = claimed();
    }

    private static List<String> actions(List<Prediction> predictions) {
        Set<String> offers = new TreeSet<>();
        predictions.forEach(each -> each.example().arms().forEach(arm -> offers.add(arm.action())));
        offers.remove(Decision.NOTHING);
        List<String> actions = new ArrayList<>(List.of(Decision.NOTHING));
        actions.addAll(offers);
        return actions;
    }

    private GateEvidence evidence() {
        Map<String, Integer> customers = new HashMap<>();
        BanditLog log = new BanditLog(
                actions.size(),
                ints(each -> action(each, each.example().taken())),
                predictions.stream()
                        .mapToDouble(each -> each.example().reward())
                        .toArray(),
                predictions.stream()
                        .mapToDouble(each -> each.example().propensity())
                        .toArray(),
                ints(each -> customers.computeIfAbsent(each.example().customerId(), any -> customers.size())));
        double[] valued = predictions.stream()
                .mapToDouble(each ->
                        each.example().bought() ? each.earnings()[each.example().taken()] : 0)
                .toArray();
        return new GateEvidence(
                log,
                valued,
                predictions.stream().map(this::expected).toArray(double[][]::new),
                FeatureMatrix.of(predictions.stream()
                        .map(each -> each.example().arms().get(0).vector())
                        .toArray(float[][]::new)));
    }

    /** By action; 0 for what was not possible, and is never chosen. */
    private double[] expected(Prediction prediction) {
        double[] expected = new double[actions.size()];
        for (int arm = 0; arm < prediction.probabilities().length; arm++) {
            expected[action(prediction, arm)] = prediction.expected(arm);
        }
        return expected;
    }

    /** The actions that the log supports wherever they were possible. */
    private Set<Integer> claimed() {
        Set<Integer> claimed =
                IntStream.range(0, actions.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        for (int row = 0; row < predictions.size(); row++) {
            float[] features = evidence.features().row(row);
            Prediction prediction = predictions.get(row);
            IntStream.range(0, prediction.probabilities().length)
                    .map(arm -> action(prediction, arm))
                    .filter(action -> !support.supports(features, action))
                    .forEach(claimed::remove);
        }
        return claimed;
    }

    /** Judges the model's choices at a look. */
    Gate gate(Look look) {
        List<Choices> rules = BaselineRule.all().stream()
                .filter(this::differsFromNothing)
                .map(rule -> new Choices(rule.name(), ints(each -> action(each, arm(rule, each)))))
                .toList();
        Choices model = new Choices(MODEL, ints(this::best));
        GateVerdict verdict = new PolicyGate(evidence, support).judge(model, rules, look);
        List<Gate.Policy> policies = new ArrayList<>();
        Set<String> supported =
                verdict.rules().stream().map(GateVerdict.RuleValue::name).collect(Collectors.toSet());
        rules.stream().filter(rule -> supported.contains(rule.name())).forEach(rule -> policies.add(policy(rule)));
        policies.add(policy(new Choices(MODEL, verdict.chosen())));
        policies.sort(Comparator.comparingDouble(Gate.Policy::value).reversed());
        double untried = untried();
        return new Gate(
                verdict.act() && untried == 0,
                verdict.rule(),
                verdict.gain().value(),
                verdict.lowerBound(),
                1 - look.alpha(),
                policies,
                untried == 0 ? verdict.reason() : untried(untried, verdict));
    }

    /** The share of decisions in which the model, left to itself, would choose what may not be claimed. */
    private double untried() {
        return predictions.stream()
                        .filter(each -> !claimed.contains(action(each, each.bestArm())))
                        .count()
                / (double) predictions.size();
    }

    private static String untried(double share, GateVerdict verdict) {
        return String.format(
                Locale.ROOT,
                "The model only watches, since in %.1f %% of decisions it would choose an offer that was hardly ever tried for"
                        + " such customers. Where it would not: %s",
                100 * share,
                verdict.reason());
    }

    /** A rule about offers that were never candidates chooses "nothing" everywhere, and is left out. */
    private boolean differsFromNothing(BaselineRule rule) {
        return rule.equals(BaselineRule.NOTHING)
                || predictions.stream().anyMatch(each -> arm(rule, each) != arm(BaselineRule.NOTHING, each));
    }

    /** The action with the highest gain of those that may be claimed; "nothing" if none may. */
    private int best(Prediction prediction) {
        return IntStream.range(0, prediction.probabilities().length)
                .filter(arm -> claimed.contains(action(prediction, arm)))
                .boxed()
                .max(Comparator.comparingDouble(arm -> prediction.gains()[arm]))
                .map(arm -> action(prediction, arm))
                .orElse(0);
    }

    private static int arm(BaselineRule rule, Prediction prediction) {
        return prediction.example().byRule().getOrDefault(rule, 0);
    }

    private int action(Prediction prediction, int arm) {
        return actions.indexOf(prediction.example().arms().get(arm).action());
    }

    private Gate.Policy policy(Choices choices) {
        Estimate value =
                new OffPolicyEstimators(evidence.log()).dr(TargetPolicy.of(choices.chosen()), evidence.expected());
        Map<String, Double> shares = new TreeMap<>();
        for (int action : choices.chosen()) {
            shares.merge(actions.get(action), 1.0 / predictions.size(), Double::sum);
        }
        return new Gate.Policy(choices.name(), value.value(), value.standardError(), shares);
    }

    private int[] ints(ToIntFunction<Prediction> number) {
        return predictions.stream().mapToInt(number).toArray();
    }
}
