package org.postroad.decide.tree;

/**
 * One regression tree in parallel arrays, indexed by node; node 0 is the root and a node without a left child is a leaf.
 *
 * @param feature which column an inner node asks
 * @param value an inner node's threshold (smaller goes left), a leaf's output
 * @param missingLeft which way a missing value goes
 * @param cover how much training weight (sum of hessians) passed the node
 */
record RegressionTree(int[] feature, float[] value, int[] left, int[] right, boolean[] missingLeft, float[] cover) {

    boolean isLeaf(int node) {
        return left[node] < 0;
    }

    /** The child that a row goes to from an inner node. */
    int next(int node, float[] row) {
        float asked = row[feature[node]];
        boolean goesLeft = Float.isNaN(asked) ? missingLeft[node] : asked < value[node];
        return goesLeft ? left[node] : right[node];
    }

    /** The output averaged over the training weight. */
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
