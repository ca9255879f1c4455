package org.postroad.decide.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlattenedForestTest {

    private static final float[] UNUSED = new float[5];

    @ParameterizedTest
    @ValueSource(
            floats = {
                0f,
                -0f,
                1f,
                -1f,
                0.5f,
                2f,
                -2.5f,
                Float.NaN,
                Float.MIN_VALUE,
                -Float.MIN_VALUE,
                Float.MAX_VALUE,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY
            })
    void givesTheOutputOfTheTrees(float number) {
        List<RegressionTree> trees =
                List.of(stump(0f), tree(true, 0f), tree(false, 0f), tree(true, -1.5f), tree(false, 1.5f));
        float[] row = {number};
        assertThat(new FlattenedForest(trees).output(row))
                .isEqualTo(
                        trees.stream().mapToDouble(tree -> evaluated(tree, row)).sum());
    }

    private static double evaluated(RegressionTree tree, float[] row) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            node = tree.next(node, row);
        }
        return tree.value()[node];
    }

    private static RegressionTree stump(float output) {
        float[] one = {output};
        return new RegressionTree(new int[1], one, new int[] {-1}, new int[] {-1}, new boolean[1], one);
    }

    /** A tree with two levels on the left and one on the right. */
    private static RegressionTree tree(boolean missingLeft, float threshold) {
        return new RegressionTree(
                new int[5],
                new float[] {threshold, threshold - 1, 4, 1, 2},
                new int[] {1, 3, -1, -1, -1},
                new int[] {2, 4, -1, -1, -1},
                new boolean[] {missingLeft, !missingLeft, false, false, false},
                UNUSED);
    }
}
