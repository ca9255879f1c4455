package org.postroad.learn.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.decide.tree.NativeXgboost;

class BoostedTreesTest {

    private static final BoostingSettings AMOUNTS = BoostingSettings.amounts(1).withTrees(2, 0.3, 5);

    private final SplittableRandom random = new SplittableRandom(4);

    @BeforeEach
    void requireXgboost() {
        NativeXgboost.require();
    }

    @Test
    void learnsAStep() {
        FeatureMatrix matrix = uniform(2_000, 2);
        double[] labels = IntStream.range(0, 2_000)
                .mapToDouble(row -> (matrix.row(row)[0] > 0 ? 3 : 1) + random.nextGaussian())
                .toArray();
        Predictor model = new BoostedTrees(AMOUNTS).fit(matrix, labels);
        assertThat(model.predict(new float[] {0.5f, 0})).isCloseTo(3, within(0.3));
        assertThat(model.predict(new float[] {-0.5f, 0})).isCloseTo(1, within(0.3));
        assertThat(model.predict(matrix))
                .containsExactly(new BoostedTrees(AMOUNTS).fit(matrix, labels).predict(matrix));
    }

    @Test
    void stopsEarlyWhereThereIsOnlyNoise() {
        FeatureMatrix matrix = uniform(1_000, 2);
        double[] noise = random.doubles(1_000).toArray();
        double[] predictions = new BoostedTrees(AMOUNTS).fit(matrix, noise).predict(matrix);
        double spread = Arrays.stream(predictions)
                .map(prediction -> Math.abs(prediction - 0.5))
                .average()
                .orElseThrow();
        assertThat(spread).isLessThan(0.04);
    }

    @Test
    void predictsAConstantWhereThereIsNothingToLearn() {
        BoostedTrees probabilities = new BoostedTrees(BoostingSettings.probabilities(1));
        float[] any = {Float.NaN, Float.POSITIVE_INFINITY};
        assertThat(probabilities
                        .fit(new FeatureMatrix(new float[0], 2), new double[0])
                        .predict(any))
                .isZero();
        assertThat(probabilities.fit(uniform(1, 2), new double[] {1}).predict(any))
                .isEqualTo(1);
        assertThat(probabilities.fit(uniform(50, 2), new double[50]).predict(any))
                .isZero();
    }

    @Test
    void learnsFromMissingAndInfiniteFeatures() {
        float[] values = new float[400];
        Arrays.fill(values, Float.NaN);
        values[7] = Float.NEGATIVE_INFINITY;
        double[] labels = IntStream.range(0, 200).mapToDouble(row -> row % 2).toArray();
        Predictor model = new BoostedTrees(BoostingSettings.probabilities(1)).fit(new FeatureMatrix(values, 2), labels);
        assertThat(model.predict(new float[] {1, 2})).isCloseTo(0.5, within(0.05));
    }

    @Test
    void refusesLabelsThatAreNoNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoostedTrees(AMOUNTS).fit(uniform(2, 1), new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoostedTrees(AMOUNTS).fit(uniform(2, 1), new double[] {1}));
    }

    private FeatureMatrix uniform(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return new FeatureMatrix(values, columns);
    }
}
