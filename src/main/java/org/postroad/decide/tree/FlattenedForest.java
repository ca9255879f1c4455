package org.postroad.decide.tree;

import java.util.List;

/**
 * Trees flattened into arrays, for evaluation without branches that a processor could mispredict: numbers are compared as
 * integers of the same order, a right child follows its left sibling, and a leaf is its own left child, so that all trees
 * take the same number of steps. A missing value becomes the smallest or the largest number, whichever leads to the child
 * that the tree has for missing values; a row has each column in both forms. Immutable.
 */
final class FlattenedForest {

    /** The threshold of a leaf: above any number, so that every row goes left, to the leaf itself. */
    private static final int NEVER = Integer.MAX_VALUE;

    private static final int WORDS = 3;
    private static final int COLUMN = 0;
    private static final int THRESHOLD = 1;
    private static final int LEFT = 2;

    /** For each node three words: column, threshold and left child. */
    private final int[] nodes;

    /** The output of each node; 0 for inner nodes. */
    private final float[] outputs;

    private final int[] roots;
    private final int depth;

    FlattenedForest(List<RegressionTree> trees) {
        ForestLayout layout =
                new ForestLayout(trees.stream().mapToInt(RegressionTree::nodes).sum());
        this.roots = trees.stream().mapToInt(layout::append).toArray();
        this.nodes = layout.nodes;
        this.outputs = layout.outputs;
        this.depth = layout.deepest;
    }

    /** The sum of all trees' outputs for a row. */
    double output(float[] row) {
        int[] columns = comparableColumns(row);
        int[] positions = roots.clone();
        for (int step = 0; step < depth; step++) {
            for (int tree = 0; tree < positions.length; tree++) {
                int node = positions[tree] * WORDS;
                positions[tree] = nodes[node + LEFT] + atLeast(columns[nodes[node + COLUMN]], nodes[node + THRESHOLD]);
            }
        }
        double sum = 0;
        for (int leaf : positions) {
            sum += outputs[leaf];
        }
        return sum;
    }

    /** 1 if the value is the threshold or above, else 0. */
    private static int atLeast(int value, int threshold) {
        return (int) (((long) threshold - 1 - value) >>> (Long.SIZE - 1));
    }

    /** Each column twice: first with a missing value below all numbers, then with one above. */
    private static int[] comparableColumns(float[] row) {
        int[] columns = new int[2 * row.length];
        for (int column = 0; column < row.length; column++) {
            boolean missing = Float.isNaN(row[column]);
            int order = order(row[column]);
            columns[2 * column] = missing ? Integer.MIN_VALUE : order;
            columns[2 * column + 1] = missing ? NEVER - 1 : order;
        }
        return columns;
    }

    /** An integer in the order of the floats; both zeros are equal. */
    private static int order(float number) {
        int bits = Float.floatToIntBits(number + 0f);
        return bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
    }

    /** Lays trees out one after another. */
    private static final class ForestLayout {

        private final int[] nodes;
        private final float[] outputs;
        private int used;
        private int deepest;

        ForestLayout(int size) {
            nodes = new int[size * WORDS];
            outputs = new float[size];
        }

        /** @return the index of the tree's root */
        int append(RegressionTree tree) {
            int root = used++;
            copyNode(tree, 0, root, 0);
            return root;
        }

        private void copyNode(RegressionTree tree, int from, int to, int steps) {
            deepest = Math.max(deepest, steps);
            if (tree.isLeaf(from)) {
                set(to, 0, NEVER, to);
                outputs[to] = tree.value()[from];
                return;
            }
            int left = used;
            used += 2;
            int column = 2 * tree.feature()[from] + (tree.missingLeft()[from] ? 0 : 1);
            set(to, column, order(tree.value()[from]), left);
            copyNode(tree, tree.left()[from], left, steps + 1);
            copyNode(tree, tree.right()[from], left + 1, steps + 1);
        }

        private void set(int node, int column, int threshold, int left) {
            nodes[node * WORDS + COLUMN] = column;
            nodes[node * WORDS + THRESHOLD] = threshold;
            nodes[node * WORDS + LEFT] = left;
        }
    }
}
