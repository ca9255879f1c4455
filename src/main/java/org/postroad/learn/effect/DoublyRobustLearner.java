package org.postroad.learn.effect;

import java.util.ArrayList;
import java.util.List;
import org.postroad.decide.model.EffectCalibration;

/**
 * The doubly robust learner (Kennedy 2023, algorithm 1, cross-fitted): for each arm, {@link EffectScores} regressed on features,
 * then calibrated by {@link EffectCalibration}. Arm 0 is the control. Immutable when fitted.
 *
 * @param effects the model of each arm's effect; of arm 0, zero
 */
public record DoublyRobustLearner(List<Predictor> effects) {

    /**
     * Fits the effects of all arms.
     *
     * @param expected outcomes predicted by {@link CrossFitting#outcomes} with the same folds
     * @param propensities of the arms that were taken, in (0, 1]
     */
    public static DoublyRobustLearner fit(
            FeatureMatrix matrix,
            int[] taken,
            double[] outcomes,
            double[] propensities,
            double[][] expected,
            CrossFitting folds,
            BoostingSettings settings) {
        List<Predictor> effects = new ArrayList<>(List.of(row -> 0));
        for (int arm = 1; arm < expected[0].length; arm++) {
            double[] scores = EffectScores.of(arm, expected, taken, outcomes, propensities);
            EffectCalibration calibration = EffectCalibration.fit(folds.predictions(matrix, scores, settings), scores);
            Predictor raw = new BoostedTrees(settings).fit(matrix, scores);
            effects.add(row -> calibration.calibrate(raw.predict(row)));
        }
        return new DoublyRobustLearner(List.copyOf(effects));
    }

    /** The effect of an arm against the control, in the outcome's unit. */
    public double effect(float[] row, int arm) {
        return effects.get(arm).predict(row);
    }
}
