package org.postroad.learn.effect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The probability of a purchase by customer and depth of the discount, which may not fall when the discount grows (XGBoost's
 * monotone constraints). Immutable.
 *
 * @param model of features, then depth
 */
public record DiscountResponse(Predictor model) {

    /**
     * Fits the response.
     *
     * @param depths of the discount that each row got, in [0, 1]; 0 for none
     * @param bought 1 or 0
     * @param settings with a logistic objective; its constraints are replaced
     */
    public static DiscountResponse fit(
            FeatureMatrix matrix, double[] depths, double[] bought, BoostingSettings settings) {
        List<Integer> constraints = new ArrayList<>(Collections.nCopies(matrix.columns(), 0));
        constraints.add(1);
        BoostedTrees trees = new BoostedTrees(settings.monotone(List.copyOf(constraints)));
        return new DiscountResponse(trees.fit(matrix.with(depths), bought));
    }

    /** The probability of a purchase at that depth. */
    public double probability(float[] row, double depth) {
        return model.predict(FeatureMatrix.of(row).with(new double[] {depth}).values());
    }

    /** The effect of a discount of that depth against none: at least 0. */
    public double effect(float[] row, double depth) {
        return probability(row, depth) - probability(row, 0);
    }
}
