package org.postroad.evaluate.effect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.learn.effect.Rows;
import org.postroad.learn.policy.BanditLog;
import org.postroad.learn.policy.Estimate;
import org.postroad.learn.policy.OffPolicyEstimators;
import org.postroad.learn.policy.TargetPolicy;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The estimators on real impressions: what Thompson sampling would have got, from impressions by lot. */
@Component
@Conditional(RehearsalMode.class)
class OpeOpenBandit implements Evaluation {

    private static final long SEED = 1;
    private static final int POSITIONS = 3;
    private static final int FOLDS = 5;
    private static final double ALPHA = 0.025;
    private static final double TOLERANCE = 1e-9;

    /** Impressions without news by which an item's click rate is shrunk to that of all. */
    private static final double SHRINKAGE = 1_000;

    @Override
    public String id() {
        return "ope-open-bandit";
    }

    @Override
    public Finding run(EvaluationData data) {
        OpenBandit random = OpenBandit.read(data, "random");
        OpenBandit thompson = OpenBandit.read(data, "bts");
        double[][] shares = ThompsonShares.of(OpenBandit.priors(data), POSITIONS, SEED);
        double[][] expected = expected(random);
        TargetPolicy policy = (row, item) -> shares[random.position()[row]][item];
        OffPolicyEstimators estimators = new OffPolicyEstimators(
                new BanditLog(random.items(), random.item(), random.click(), random.propensity(), random.customer()));
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        estimates.put("IPS", estimators.ips(policy));
        estimates.put("SNIPS", estimators.snips(policy));
        estimates.put("DR", estimators.dr(policy, expected));
        Map<String, double[]> plain = new PlainEstimates(random, shares, expected).all();
        Map<String, Double> figure = new LinkedHashMap<>();
        double apart = 0;
        for (Map.Entry<String, Estimate> each : estimates.entrySet()) {
            Estimate estimate = each.getValue();
            figure.put(each.getKey(), estimate.value());
            figure.put(each.getKey() + " from", estimate.lowerBound(ALPHA));
            figure.put(each.getKey() + " to", estimate.upperBound(ALPHA));
            double[] again = plain.getOrDefault(each.getKey(), new double[] {Double.NaN, Double.NaN});
            apart = Math.max(apart, Math.abs(estimate.value() - again[0]));
            apart = Math.max(apart, Math.abs(estimate.standardError() - again[1]));
        }
        figure.put("largest difference from the recomputation", apart);
        return new Finding(
                "Click rate of Thompson sampling, estimated from impressions by lot, with 95 % intervals clustered by customer;"
                        + " values and standard errors compared with a straightforward recomputation. Beside it the click rates"
                        + " seen under either policy",
                "open-bandit, men's campaign: %,d impressions by lot, %,d clicks; Thompson's shares by %s"
                        .formatted(
                                random.item().length, Math.round(sum(random.click())), "Monte Carlo from its priors"),
                figure,
                Map.of("click rate seen under Thompson sampling", sum(thompson.click()) / thompson.click().length),
                Map.of("click rate seen under lots", sum(random.click()) / random.click().length),
                "equal to a straightforward recomputation within 1e-9, with intervals",
                apart <= TOLERANCE);
    }

    /** Each item's click rate in the other folds, shrunk to that of all items. */
    private static double[][] expected(OpenBandit log) {
        int[] folds = Rows.folds(log.customer(), FOLDS, SEED);
        double[][] expected = new double[log.item().length][];
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] rates = rates(log, Rows.without(fold, folds));
            for (int row : Rows.in(fold, folds)) {
                expected[row] = rates;
            }
        }
        return expected;
    }

    private static double[] rates(OpenBandit log, int[] rows) {
        double mean = sum(Rows.select(log.click(), rows)) / rows.length;
        double[] clicks = new double[log.items()];
        double[] shown = new double[log.items()];
        for (int row : rows) {
            clicks[log.item()[row]] += log.click()[row];
            shown[log.item()[row]]++;
        }
        for (int item = 0; item < clicks.length; item++) {
            clicks[item] = (clicks[item] + SHRINKAGE * mean) / (shown[item] + SHRINKAGE);
        }
        return clicks;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
