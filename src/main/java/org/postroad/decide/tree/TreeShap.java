package org.postroad.decide.tree;

/**
 * TreeSHAP: the exact Shapley values of one tree for one row, in one pass over its paths. It is algorithm 2 of Lundberg,
 * Erion and Lee, "Consistent Individualized Feature Attribution for Tree Ensembles" (2018, arXiv 1802.03888); zero and
 * one fraction are its p_z and p_o.
 */
final class TreeShap {

    private final RegressionTree tree;
    private final float[] row;
    private final double[] sums;

    /** @param sums one number for each column, to which this tree's contributions are added; it may be longer */
    TreeShap(RegressionTree tree, float[] row, double[] sums) {
        this.tree = tree;
        this.row = row;
        this.sums = sums;
    }

    /** Adds this tree's contributions. Call it once. */
    void explain() {
        descend(0, ShapPath.empty(), 1, 1, ShapPath.NO_FEATURE);
    }

    /**
     * @param zeroFraction the share of the training weight that goes this way: the feature is not in the subset
     * @param oneFraction 1 if the row goes this way, else 0: the feature is in the subset
     */
    private void descend(int node, ShapPath above, double zeroFraction, double oneFraction, int feature) {
        ShapPath path = above.extended(feature, zeroFraction, oneFraction);
        if (tree.isLeaf(node)) {
            path.addTo(sums, tree.value()[node]);
            return;
        }
        int split = tree.feature()[node];
        int index = path.indexOf(split);
        double zeroFractionSoFar = index < 0 ? 1 : path.zeroFraction(index);
        double oneFractionSoFar = index < 0 ? 1 : path.oneFraction(index);
        ShapPath rest = index < 0 ? path : path.without(index);
        int taken = tree.next(node, row);
        int other = taken == tree.left()[node] ? tree.right()[node] : tree.left()[node];
        descend(taken, rest, zeroFractionSoFar * share(taken, node), oneFractionSoFar, split);
        descend(other, rest, zeroFractionSoFar * share(other, node), 0, split);
    }

    private double share(int child, int parent) {
        return (double) tree.cover()[child] / tree.cover()[parent];
    }
}
