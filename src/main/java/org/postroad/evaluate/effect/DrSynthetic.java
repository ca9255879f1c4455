package org.postroad.evaluate.effect;

import java.util.Map;
import java.util.stream.IntStream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.CrossFitting;
import org.postroad.learn.policy.BanditLog;
import org.postroad.learn.policy.Estimate;
import org.postroad.learn.policy.OffPolicyEstimators;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** How near the doubly robust estimate comes to a policy's known value, and whether its interval tells how near. */
@Component
@Conditional(RehearsalMode.class)
class DrSynthetic implements Evaluation {

    private static final int RUNS = 200;
    private static final int FOLDS = 2;
    private static final double CONFIDENCE = 0.95;
    private static final double MOST_ERROR = 0.02;
    private static final double LEAST_COVERAGE = 0.90;
    private static final double MOST_COVERAGE = 0.98;
    private static final BoostingSettings TREES =
            BoostingSettings.probabilities(1).withTrees(3, 0.2, 5).exactly(15);

    @Override
    public String id() {
        return "dr-synthetic";
    }

    @Override
    public Finding run(EvaluationData data) {
        double truth = SyntheticBandit.truth();
        RunValues figure = new RunValues();
        RunValues others = new RunValues();
        for (int run = 0; run < RUNS; run++) {
            SyntheticBandit bandit = SyntheticBandit.of(1_000 + run);
            double[][] expected = expected(bandit);
            OffPolicyEstimators estimators = new OffPolicyEstimators(bandit.log());
            Estimate dr = estimators.dr(bandit.policy(), expected);
            figure.add("relative error", Math.abs(dr.value() - truth) / truth);
            figure.add("95 % interval covers", dr.covers(truth, CONFIDENCE) ? 1 : 0);
            others.add("IPS", Math.abs(estimators.ips(bandit.policy()).value() - truth) / truth);
            others.add("SNIPS", Math.abs(estimators.snips(bandit.policy()).value() - truth) / truth);
            others.add("predictions alone", Math.abs(predicted(bandit, expected) - truth) / truth);
            others.add("mean of the log", Math.abs(RunValues.mean(bandit.log().rewards()) - truth) / truth);
            others.add(
                    "coverage if rounds were independent",
                    independent(bandit, expected).covers(truth, CONFIDENCE) ? 1 : 0);
        }
        double error = figure.mean("relative error");
        double coverage = figure.mean("95 % interval covers");
        return new Finding(
                "The doubly robust estimate of a policy's value (cross-fitted, interval clustered by customer) against the value"
                        + " that is known; beside it the relative error of other estimates",
                "synthetic logged bandit: %d runs of %,d rounds, %d arms, four rounds a customer; the value is %.4f"
                        .formatted(RUNS, SyntheticBandit.ROUNDS, SyntheticBandit.ARMS, truth),
                figure.meansWithout(),
                Map.of("DR", 0.0062, "IPS", 0.0095, "SNIPS", 0.0067, "predictions alone", 0.074),
                others.meansWithout(),
                "relative error at most .02, the interval covers in 90 to 98 % of 200 runs",
                error <= MOST_ERROR && coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE);
    }

    private static double[][] expected(SyntheticBandit bandit) {
        BanditLog log = bandit.log();
        return CrossFitting.byCustomer(log.customers(), FOLDS, 1)
                .outcomes(bandit.contexts(), log.taken(), log.rewards(), log.arms(), TREES);
    }

    private static double predicted(SyntheticBandit bandit, double[][] expected) {
        double sum = 0;
        for (int round = 0; round < expected.length; round++) {
            for (int arm = 0; arm < SyntheticBandit.ARMS; arm++) {
                sum += bandit.judged()[round][arm] * expected[round][arm];
            }
        }
        return sum / expected.length;
    }

    private static Estimate independent(SyntheticBandit bandit, double[][] expected) {
        BanditLog log = bandit.log();
        int[] each = IntStream.range(0, log.size()).toArray();
        return new OffPolicyEstimators(new BanditLog(log.arms(), log.taken(), log.rewards(), log.propensities(), each))
                .dr(bandit.policy(), expected);
    }
}
