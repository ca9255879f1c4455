package org.postroad.learn.effect;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A T-learner (Künzel et al., "Metalearners for estimating heterogeneous treatment effects using machine learning", PNAS 116,
 * 2019): the expected outcome of each arm, from a model of its own. Arm 0 is the control. Immutable. Memory: the trees, some
 * 100 kB an arm.
 */
public record ArmOutcomes(List<Predictor> arms) {

    public ArmOutcomes {
        arms = List.copyOf(arms);
    }

    /**
     * Fits a model for each arm. An arm that no row took predicts 0: ask for support before you believe it.
     *
     * @param taken the arm of each row, in [0, arms)
     * @param outcomes one a row
     */
    public static ArmOutcomes fit(
            FeatureMatrix matrix, int[] taken, double[] outcomes, int arms, BoostingSettings settings) {
        BoostedTrees trees = new BoostedTrees(settings);
        return new ArmOutcomes(IntStream.range(0, arms)
                .mapToObj(arm -> {
                    int[] rows = IntStream.range(0, taken.length)
                            .filter(row -> taken[row] == arm)
                            .toArray();
                    return trees.fit(matrix.rows(rows), Rows.select(outcomes, rows));
                })
                .toList());
    }

    /** The expected outcome of each arm. */
    public double[] expected(float[] row) {
        return arms.stream().mapToDouble(arm -> arm.predict(row)).toArray();
    }

    /** The expected outcomes, {@code rows × arms}. */
    public double[][] expected(FeatureMatrix matrix) {
        double[][] expected = new double[matrix.rows()][];
        for (int row = 0; row < expected.length; row++) {
            expected[row] = expected(matrix.row(row));
        }
        return expected;
    }

    /** The effect of an arm against the control. */
    public double effect(float[] row, int arm) {
        return arms.get(arm).predict(row) - arms.get(0).predict(row);
    }
}
