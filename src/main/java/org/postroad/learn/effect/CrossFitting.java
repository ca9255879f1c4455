package org.postroad.learn.effect;

import java.util.Arrays;

/**
 * Cross-fitting (Chernozhukov et al., "Double/Debiased Machine Learning for Treatment and Structural Parameters", Econometrics
 * Journal 21, 2018): each row is predicted by models that saw other customers only.
 *
 * @param folds the fold of each row, as {@link Rows#folds} makes them
 * @param count the number of folds, at least 2
 */
public record CrossFitting(int[] folds, int count) {

    /** Folds by customer. */
    public static CrossFitting byCustomer(int[] customers, int count, long seed) {
        return new CrossFitting(Rows.folds(customers, count, seed), count);
    }

    /** The expected outcome of each arm for each row, {@code rows × arms}, by {@link ArmOutcomes} of the other folds. */
    public double[][] outcomes(
            FeatureMatrix matrix, int[] taken, double[] outcomes, int arms, BoostingSettings settings) {
        double[][] expected = new double[matrix.rows()][];
        for (int fold = 0; fold < count; fold++) {
            int[] known = Rows.without(fold, folds);
            ArmOutcomes model = ArmOutcomes.fit(
                    matrix.rows(known), Rows.select(taken, known), Rows.select(outcomes, known), arms, settings);
            for (int row : Rows.in(fold, folds)) {
                expected[row] = model.expected(matrix.row(row));
            }
        }
        return expected;
    }

    /** Predictions for each row by models of the other folds; a fold without rows costs nothing. */
    public double[] predictions(FeatureMatrix matrix, double[] labels, BoostingSettings settings) {
        double[] predictions = new double[matrix.rows()];
        for (int fold : Arrays.stream(folds).distinct().toArray()) {
            int[] known = Rows.without(fold, folds);
            Predictor model = new BoostedTrees(settings).fit(matrix.rows(known), Rows.select(labels, known));
            for (int row : Rows.in(fold, folds)) {
                predictions[row] = model.predict(matrix.row(row));
            }
        }
        return predictions;
    }
}
