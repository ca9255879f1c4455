package org.postroad.learn.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.decide.model.EffectCalibration;
import org.postroad.decide.model.OfferEconomics;
import org.postroad.decide.tree.NativeXgboost;

/** Arm 1 adds 2 where the first feature is positive and nothing elsewhere; propensities differ. */
class DoublyRobustLearnerTest {

    private static final int ROWS = 6_000;
    private static final double SHARE = 0.25;

    private final SplittableRandom random = new SplittableRandom(5);
    private final float[][] features = new float[ROWS][];
    private final int[] taken = new int[ROWS];
    private final double[] outcomes = new double[ROWS];
    private final double[] propensities = new double[ROWS];

    @BeforeEach
    void drawALog() {
        NativeXgboost.require();
        for (int row = 0; row < ROWS; row++) {
            features[row] = new float[] {(float) random.nextDouble(-1, 1), (float) random.nextDouble(-1, 1)};
            taken[row] = random.nextDouble() < SHARE ? 1 : 0;
            propensities[row] = taken[row] == 1 ? SHARE : 1 - SHARE;
            double effect = features[row][0] > 0 ? 2 : 0;
            outcomes[row] = features[row][1] + taken[row] * effect + random.nextGaussian();
        }
    }

    @Test
    void findsWhereTheEffectIs() {
        DoublyRobustLearner learner = learn(outcomes);
        assertThat(learner.effect(new float[] {0.5f, 0}, 1)).isCloseTo(2, within(0.3));
        assertThat(learner.effect(new float[] {-0.5f, 0}, 1)).isCloseTo(0, within(0.3));
        assertThat(learner.effect(new float[] {0.5f, 0}, 0)).isZero();
    }

    @Test
    void shrinksEffectsThatAreNoneToTheAverage() {
        double[] noise = IntStream.range(0, ROWS)
                .mapToDouble(row -> random.nextGaussian())
                .toArray();
        DoublyRobustLearner learner = learn(noise);
        double spread =
                Math.abs(learner.effect(new float[] {0.9f, 0.9f}, 1) - learner.effect(new float[] {-0.9f, -0.9f}, 1));
        assertThat(spread).isLessThan(0.15);
    }

    @Test
    void scoresAverageToTheEffectEvenWithWrongPredictions() {
        double[][] wrong = new double[ROWS][];
        Arrays.fill(wrong, new double[] {5, -3});
        double[] scores = EffectScores.of(1, wrong, taken, outcomes, propensities);
        assertThat(Arrays.stream(scores).average().orElseThrow()).isCloseTo(1, within(0.5));
    }

    @Test
    void calibratesByLeastSquaresAndNeverStretches() {
        double[] predicted = {-1, 0, 1};
        assertThat(EffectCalibration.fit(predicted, new double[] {1.5, 2, 2.5}))
                .isEqualTo(new EffectCalibration(2, 0, 0.5));
        assertThat(EffectCalibration.fit(predicted, new double[] {5, 2, -1}).slope())
                .isZero();
        assertThat(EffectCalibration.fit(predicted, new double[] {-8, 2, 12}).slope())
                .isEqualTo(1);
        assertThat(EffectCalibration.fit(new double[] {4}, new double[] {7}).calibrate(9))
                .isEqualTo(7);
    }

    @Test
    void valuesAnOfferByEffectMarginAndCost() {
        assertThat(new OfferEconomics(40, 5, 0.1).value(0.02, 0.1)).isCloseTo(0.2, within(1e-12));
    }

    private DoublyRobustLearner learn(double[] labels) {
        FeatureMatrix matrix = FeatureMatrix.of(features);
        CrossFitting folds = CrossFitting.byCustomer(IntStream.range(0, ROWS).toArray(), 3, 1);
        BoostingSettings settings = BoostingSettings.amounts(1);
        double[][] expected = folds.outcomes(matrix, taken, labels, 2, settings);
        return DoublyRobustLearner.fit(matrix, taken, labels, propensities, expected, folds, settings);
    }
}
