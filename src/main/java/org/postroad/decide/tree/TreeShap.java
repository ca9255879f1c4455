package org.postroad.decide.tree;

/**
 * Exact Shapley values of one tree for one row, following every path once: algorithm 2 of Lundberg, Erion and Lee,
 * "Consistent Individualized Feature Attribution for Tree Ensembles" (2018, arXiv 1802.03888).
 */
final class TreeShap {

    private final RegressionTree regressionTree;
    private final float[] row;
    private final double[] sums;

    /** @param sums one number a feature (more do no harm), to which this tree's contributions are added */
    TreeShap(RegressionTree regressionTree, float[] row, double[] sums) {
        this.regressionTree = regressionTree;
        this.row = row;
        this.sums = sums;
    }

    void explain() {
        descend(0, ShapPath.empty(), 1, 1, ShapPath.NO_FEATURE);
    }

    /**
     * @param cold the share of training weight that goes this way when the feature is unknown
     * @param hot 1 if the row itself goes this way, else 0
     */
    private void descend(int node, ShapPath above, double cold, double hot, int feature) {
        ShapPath path = above.extended(feature, cold, hot);
        if (regressionTree.isLeaf(node)) {
            path.addTo(sums, regressionTree.value()[node]);
            return;
        }
        int split = regressionTree.feature()[node];
        int known = path.indexOf(split);
        double coldSoFar = known < 0 ? 1 : path.cold(known);
        double hotSoFar = known < 0 ? 1 : path.hot(known);
        ShapPath rest = known < 0 ? path : path.without(known);
        int taken = regressionTree.next(node, row);
        int other = taken == regressionTree.left()[node]
                ? regressionTree.right()[node]
                : regressionTree.left()[node];
        descend(taken, rest, coldSoFar * share(taken, node), hotSoFar, split);
        descend(other, rest, coldSoFar * share(other, node), 0, split);
    }

    private double share(int child, int parent) {
        return (double) regressionTree.cover()[child] / regressionTree.cover()[parent];
    }
}
