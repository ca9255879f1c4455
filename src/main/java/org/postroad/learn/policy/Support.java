package org.postroad.learn.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.learn.effect.BoostedTrees;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.effect.Predictor;

/**
 * Where the log supports a claim about an action (overlap, positivity). Strata are the leaves of one shallow tree an arm, which
 * looks for where that arm was logged more or less often: at most {@value #DEPTH} splits deep, with {@value #LEAST_STRATUM} rows
 * at least, and so many that three times {@value #LEAST_LOGGED} would have the arm if it were logged alike everywhere. An arm is
 * supported in a stratum where it was logged, with a positive propensity, for {@value #LEAST_LOGGED} different customers. What
 * was never logged is supported nowhere. A gap in fewer rows, or one that only deeper splits show, is not seen. Immutable.
 */
public final class Support {

    /** The least number of customers for whom the action was logged. */
    public static final int LEAST_LOGGED = 30;

    private static final int DEPTH = 3;
    private static final int LEAST_STRATUM = 200;

    private final List<Strata> arms;

    private Support(List<Strata> arms) {
        this.arms = arms;
    }

    /** Finds the strata of each arm. */
    public static Support of(BanditLog log, FeatureMatrix features) {
        List<Strata> arms = new ArrayList<>();
        for (int arm = 0; arm < log.arms(); arm++) {
            arms.add(Strata.of(log, features, arm));
        }
        return new Support(List.copyOf(arms));
    }

    /** Whether a claim about the arm may be made for customers like this one. */
    public boolean supports(float[] row, int arm) {
        return arms.get(arm).logged(row) >= LEAST_LOGGED;
    }

    private static double leastStratum(BanditLog log, int arm) {
        long logged = Arrays.stream(log.taken()).filter(taken -> taken == arm).count();
        return Math.max(LEAST_STRATUM, 3.0 * LEAST_LOGGED * log.size() / Math.max(1, logged));
    }

    /** The strata of an arm: leaves by their prediction, with the number of customers for whom the arm was logged. */
    private record Strata(Predictor tree, Map<Double, Integer> customers) {

        static Strata of(BanditLog log, FeatureMatrix features, int arm) {
            double[] taken = new double[log.size()];
            for (int row = 0; row < taken.length; row++) {
                taken[row] = log.taken()[row] == arm ? 1 : 0;
            }
            Predictor tree = new BoostedTrees(BoostingSettings.amounts(0)
                            .withTrees(DEPTH, 1, leastStratum(log, arm))
                            .exactly(1)
                            .onAllRows())
                    .fit(features, taken);
            Map<Double, Set<Integer>> customers = new HashMap<>();
            for (int row = 0; row < taken.length; row++) {
                if (taken[row] == 1) {
                    customers
                            .computeIfAbsent(tree.predict(features.row(row)), leaf -> new HashSet<>())
                            .add(log.customers()[row]);
                }
            }
            Map<Double, Integer> counts = new HashMap<>();
            customers.forEach((leaf, known) -> counts.put(leaf, known.size()));
            return new Strata(tree, Map.copyOf(counts));
        }

        int logged(float[] row) {
            return customers.getOrDefault(tree.predict(row), 0);
        }
    }
}
