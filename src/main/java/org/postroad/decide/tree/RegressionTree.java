package org.postroad.decide.tree;

/**
 * A regression tree in parallel arrays of equal length, indexed by node. Node 0 is the root; a node without a left child is
 * a leaf.
 *
 * @param feature the column that an inner node tests
 * @param value the threshold of an inner node (smaller goes left), or the output of a leaf
 * @param left the left child; negative for a leaf
 * @param missingLeft whether a missing value goes left
 * @param cover the training weight (sum of hessians) that passed the node
 */
record RegressionTree(int[] feature, float[] value, int[] left, int[] right, boolean[] missingLeft, float[] cover) {

    boolean isLeaf(int node) {
        return left[node] < 0;
    }

    /** The child of an inner node that a row goes to. */
    int next(int node, float[] row) {
        float tested = row[feature[node]];
        boolean goesLeft = Float.isNaN(tested) ? missingLeft[node] : tested < value[node];
        return goesLeft ? left[node] : right[node];
    }

    /** The mean output over the training weight. */
    double expectedOutput() {
        double sum = 0;
        for (int node = 0; node < value.length; node++) {
            sum += isLeaf(node) ? (double) value[node] * cover[node] : 0;
        }
        return sum / cover[0];
    }

    int nodes() {
        return value.length;
    }
}
