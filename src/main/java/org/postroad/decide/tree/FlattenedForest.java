package org.postroad.decide.tree;

import java.util.List;

/**
 * Trees laid out for speed. A step down costs no branch that a processor could guess wrong: numbers are compared as
 * integers of the same order, right children follow their left siblings, and a leaf leads to itself, so that every tree
 * takes the same number of steps. A missing value is the smallest or the greatest of numbers, whichever leads the way that
 * the tree wants; each column is there in both readings.
 */
final class FlattenedForest {

    /** Of a leaf: greater than any number, so that all stay on the left, which is the leaf itself. */
    private static final int NEVER = Integer.MAX_VALUE;

    private static final int WORDS = 3;
    private static final int COLUMN = 0;
    private static final int THRESHOLD = 1;
    private static final int LEFT = 2;

    /** Column, threshold and left child of each node, one after the other. */
    private final int[] nodes;

    /** By node; 0 for inner ones. */
    private final float[] outputs;

    private final int[] roots;
    private final int depth;

    FlattenedForest(List<RegressionTree> trees) {
        ForestLayout forestLayout =
                new ForestLayout(trees.stream().mapToInt(RegressionTree::nodes).sum());
        this.roots = trees.stream().mapToInt(forestLayout::append).toArray();
        this.nodes = forestLayout.nodes;
        this.outputs = forestLayout.outputs;
        this.depth = forestLayout.deepest;
    }

    /** The sum of all trees' outputs for a row. */
    double output(float[] row) {
        int[] asked = comparableColumns(row);
        int[] places = roots.clone();
        for (int step = 0; step < depth; step++) {
            for (int tree = 0; tree < places.length; tree++) {
                int node = places[tree] * WORDS;
                places[tree] = nodes[node + LEFT] + atLeast(asked[nodes[node + COLUMN]], nodes[node + THRESHOLD]);
            }
        }
        double sum = 0;
        for (int leaf : places) {
            sum += outputs[leaf];
        }
        return sum;
    }

    /** 1 if the value is the threshold or above, else 0. */
    private static int atLeast(int value, int threshold) {
        return (int) (((long) threshold - 1 - value) >>> (Long.SIZE - 1));
    }

    /** Each column twice: with a missing value smaller than all numbers, and greater. */
    private static int[] comparableColumns(float[] row) {
        int[] readings = new int[2 * row.length];
        for (int column = 0; column < row.length; column++) {
            boolean missing = Float.isNaN(row[column]);
            int order = order(row[column]);
            readings[2 * column] = missing ? Integer.MIN_VALUE : order;
            readings[2 * column + 1] = missing ? NEVER - 1 : order;
        }
        return readings;
    }

    /** An integer that compares as the number does; both zeros are one. */
    private static int order(float number) {
        int bits = Float.floatToIntBits(number + 0f);
        return bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
    }

    /** Puts trees beside one another. */
    private static final class ForestLayout {

        private final int[] nodes;
        private final float[] outputs;
        private int used;
        private int deepest;

        ForestLayout(int size) {
            nodes = new int[size * WORDS];
            outputs = new float[size];
        }

        /** @return where its root is */
        int append(RegressionTree regressionTree) {
            int root = used++;
            copyNode(regressionTree, 0, root, 0);
            return root;
        }

        private void copyNode(RegressionTree regressionTree, int from, int to, int steps) {
            deepest = Math.max(deepest, steps);
            if (regressionTree.isLeaf(from)) {
                set(to, 0, NEVER, to);
                outputs[to] = regressionTree.value()[from];
                return;
            }
            int left = used;
            used += 2;
            int reading = 2 * regressionTree.feature()[from] + (regressionTree.missingLeft()[from] ? 0 : 1);
            set(to, reading, order(regressionTree.value()[from]), left);
            copyNode(regressionTree, regressionTree.left()[from], left, steps + 1);
            copyNode(regressionTree, regressionTree.right()[from], left + 1, steps + 1);
        }

        private void set(int node, int column, int threshold, int left) {
            nodes[node * WORDS + COLUMN] = column;
            nodes[node * WORDS + THRESHOLD] = threshold;
            nodes[node * WORDS + LEFT] = left;
        }
    }
}
