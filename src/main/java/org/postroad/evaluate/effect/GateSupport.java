package org.postroad.evaluate.effect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.policy.BanditLog;
import org.postroad.learn.policy.Choices;
import org.postroad.learn.policy.GateEvidence;
import org.postroad.learn.policy.GateVerdict;
import org.postroad.learn.policy.Look;
import org.postroad.learn.policy.OffPolicyEstimators;
import org.postroad.learn.policy.PolicyGate;
import org.postroad.learn.policy.TargetPolicy;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Whether an action that was never logged is claimed to earn. Arms 0 and 1 were logged everywhere, 2 for one half of the
 * customers, 3 never; the model believes that 3 earns the most, then 2.
 */
@Component
@Conditional(RehearsalMode.class)
class GateSupport implements Evaluation {

    private static final int RUNS = 200;
    private static final int ROWS = 3_000;
    private static final int NEVER_LOGGED = 3;
    private static final int LOGGED_FOR_HALF = 2;
    private static final double[] BELIEVED = {0, 0, 5, 9};

    @Override
    public String id() {
        return "gate-support";
    }

    @Override
    public Finding run(EvaluationData data) {
        int claims = 0;
        int acts = 0;
        int unguarded = 0;
        double beyond = 0;
        for (int run = 0; run < RUNS; run++) {
            GateEvidence evidence = evidence(new SplittableRandom(run));
            GateVerdict verdict = judge(evidence, NEVER_LOGGED);
            boolean ruled =
                    verdict.rules().stream().anyMatch(rule -> rule.name().equals(name(NEVER_LOGGED)));
            claims += ruled || Arrays.stream(verdict.chosen()).anyMatch(arm -> arm == NEVER_LOGGED) || verdict.act()
                    ? 1
                    : 0;
            GateVerdict half = judge(evidence, LOGGED_FOR_HALF);
            acts += half.act() ? 1 : 0;
            beyond += beyond(evidence, half) / RUNS;
            unguarded += unguarded(evidence) ? 1 : 0;
        }
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("runs with a claim", (double) claims);
        figure.put("runs in which it acts where half the customers are logged", (double) acts);
        figure.put("share of the other half that it then claims", beyond);
        return new Finding(
                "An arm that was never logged, and that the model believes in most, is claimed to earn; and an arm that was"
                        + " logged for one half of the customers, and earns there, is used there",
                "synthetic: %d runs of %,d decisions".formatted(RUNS, ROWS),
                figure,
                Map.of(),
                Map.of("runs with a claim if support is not asked for", (double) unguarded),
                "never, in 200 runs",
                claims == 0);
    }

    private static GateEvidence evidence(SplittableRandom random) {
        float[] features = new float[2 * ROWS];
        int[] taken = new int[ROWS];
        double[] rewards = new double[ROWS];
        double[] propensities = new double[ROWS];
        double[][] expected = new double[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            features[2 * row] = (float) random.nextDouble(-1, 1);
            features[2 * row + 1] = (float) random.nextDouble(-1, 1);
            int arms = features[2 * row] < 0 ? 3 : 2;
            taken[row] = random.nextInt(arms);
            propensities[row] = 1.0 / arms;
            rewards[row] = (taken[row] == LOGGED_FOR_HALF ? 1 : 0) + random.nextGaussian();
            expected[row] = BELIEVED.clone();
        }
        int[] customers = IntStream.range(0, ROWS).toArray();
        BanditLog log = new BanditLog(BELIEVED.length, taken, rewards, propensities, customers);
        return GateEvidence.of(log, expected, new FeatureMatrix(features, 2));
    }

    private static GateVerdict judge(GateEvidence evidence, int arm) {
        List<Choices> rules = IntStream.range(0, BELIEVED.length)
                .filter(rule -> rule != LOGGED_FOR_HALF)
                .mapToObj(rule -> Choices.always(name(rule), rule, ROWS))
                .toList();
        return new PolicyGate(evidence).judge(Choices.always("model", arm, ROWS), rules, new Look(1, ROWS));
    }

    private static String name(int arm) {
        return "always " + arm;
    }

    private static double beyond(GateEvidence evidence, GateVerdict verdict) {
        return IntStream.range(0, ROWS)
                        .filter(row -> evidence.features().row(row)[0] >= 0)
                        .filter(row -> verdict.chosen()[row] == LOGGED_FOR_HALF)
                        .count()
                / (ROWS / 2.0);
    }

    private static boolean unguarded(GateEvidence evidence) {
        TargetPolicy never =
                TargetPolicy.of(Choices.always("", NEVER_LOGGED, ROWS).chosen());
        TargetPolicy rule = TargetPolicy.of(Choices.always("", 0, ROWS).chosen());
        return new OffPolicyEstimators(evidence.log())
                        .gain(never, rule, evidence.expected())
                        .lowerBound(Look.ALPHA)
                > 0;
    }
}
