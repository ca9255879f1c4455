package org.postroad.learn.policy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.postroad.learn.effect.FeatureMatrix;

/**
 * Decides whether a policy may act: only if it earns more than each simple rule (an intersection-union test, Berger 1982, so
 * choosing the best of the rules costs nothing), by the cross-fitted doubly robust difference with errors clustered by customer,
 * at the error that the {@link Look} allows, and only where the log has {@link Support} for both. Memory: a few numbers a row.
 */
public final class PolicyGate {

    private final GateEvidence evidence;
    private final OffPolicyEstimators money;
    private final boolean[][] supported;

    public PolicyGate(GateEvidence evidence) {
        this(evidence, Support.of(evidence.log(), evidence.features()));
    }

    /** @param support in the evidence's log */
    public PolicyGate(GateEvidence evidence, Support support) {
        this.evidence = evidence;
        this.money = new OffPolicyEstimators(evidence.log());
        this.supported = supported(support, evidence.log(), evidence.features());
    }

    private static boolean[][] supported(Support support, BanditLog log, FeatureMatrix features) {
        boolean[][] supported = new boolean[log.size()][log.arms()];
        for (int row = 0; row < supported.length; row++) {
            float[] values = features.row(row);
            for (int arm = 0; arm < log.arms(); arm++) {
                supported[row][arm] = support.supports(values, arm);
            }
        }
        return supported;
    }

    /**
     * Judges a policy at a look.
     *
     * @param policy chosen without the row's customer
     * @param rules the simple rules, such as every fixed arm; at least one
     */
    public GateVerdict judge(Choices policy, List<Choices> rules, Look look) {
        List<Choices> logged = rules.stream().filter(this::wasLogged).toList();
        List<Choices> known =
                logged.isEmpty() ? rules : logged; // nothing is claimed against a rule that was never tried
        List<Choices> everywhere =
                known.stream().filter(this::isSupportedEverywhere).toList();
        Choices rule = best(everywhere.isEmpty() ? known : everywhere);
        Choices kept = within(policy, rule);
        Comparison closest = known.stream()
                .map(each -> new Comparison(each.name(), gain(kept, each)))
                .min(Comparator.comparingDouble(each -> each.gain().lowerBound(look.alpha())))
                .orElseThrow();
        Estimate gain = closest.gain();
        double bound = gain.lowerBound(look.alpha());
        double unsupported = unsupported(policy, kept);
        return new GateVerdict(
                bound > 0,
                rule.name(),
                closest.rival(),
                gain,
                bound,
                look,
                unsupported,
                kept.chosen(),
                values(everywhere),
                new GateReason(evidence.log().size(), closest.rival(), gain, bound, look, unsupported).sentence());
    }

    private record Comparison(String rival, Estimate gain) {}

    private boolean wasLogged(Choices rule) {
        return IntStream.range(0, rule.chosen().length).anyMatch(row -> supported[row][rule.chosen()[row]]);
    }

    private boolean isSupportedEverywhere(Choices rule) {
        return IntStream.range(0, rule.chosen().length).allMatch(row -> supported[row][rule.chosen()[row]]);
    }

    /** Ranked by valued purchases, which are less noisy than money. */
    private Choices best(List<Choices> rules) {
        OffPolicyEstimators valued = new OffPolicyEstimators(evidence.log().withRewards(evidence.valued()));
        return rules.stream()
                .max(Comparator.comparingDouble(rule -> valued.dr(TargetPolicy.of(rule.chosen()), evidence.expected())
                        .value()))
                .orElseThrow();
    }

    /** The policy, but the rule where either choice lacks support. */
    private Choices within(Choices policy, Choices rule) {
        int[] chosen = IntStream.range(0, policy.chosen().length)
                .map(row -> supported[row][policy.chosen()[row]] && supported[row][rule.chosen()[row]]
                        ? policy.chosen()[row]
                        : rule.chosen()[row])
                .toArray();
        return new Choices(policy.name(), chosen);
    }

    /** The gain in the rows where both choices have support; elsewhere nothing is claimed, so it counts as none. */
    private Estimate gain(Choices policy, Choices rule) {
        int[] rival = IntStream.range(0, rule.chosen().length)
                .map(row -> supported[row][rule.chosen()[row]] && supported[row][policy.chosen()[row]]
                        ? rule.chosen()[row]
                        : policy.chosen()[row])
                .toArray();
        return money.gain(TargetPolicy.of(policy.chosen()), TargetPolicy.of(rival), evidence.expected());
    }

    private static double unsupported(Choices policy, Choices kept) {
        return IntStream.range(0, kept.chosen().length)
                        .filter(row -> kept.chosen()[row] != policy.chosen()[row])
                        .count()
                / (double) Math.max(1, kept.chosen().length);
    }

    private List<GateVerdict.RuleValue> values(List<Choices> rules) {
        return rules.stream()
                .map(rule -> new GateVerdict.RuleValue(
                        rule.name(), money.dr(TargetPolicy.of(rule.chosen()), evidence.expected())))
                .sorted(Comparator.comparingDouble(
                                (GateVerdict.RuleValue rule) -> rule.value().value())
                        .reversed())
                .toList();
    }
}
