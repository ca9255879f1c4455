package org.postroad.decide.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether a tree that was read can be walked: an endless loop or a wrong column must not wait for the first customer. */
final class TreeCheck {

    private TreeCheck() {}

    static boolean isSound(RegressionTree regressionTree, int columns) {
        return regressionTree.nodes() > 0
                && sameLengths(regressionTree)
                && everyNodeReachedAtMostOnce(regressionTree, columns);
    }

    private static boolean sameLengths(RegressionTree regressionTree) {
        int nodes = regressionTree.nodes();
        return regressionTree.feature().length == nodes
                && regressionTree.left().length == nodes
                && regressionTree.right().length == nodes
                && regressionTree.missingLeft().length == nodes
                && regressionTree.cover().length == nodes;
    }

    private static boolean everyNodeReachedAtMostOnce(RegressionTree regressionTree, int columns) {
        boolean[] reached = new boolean[regressionTree.nodes()];
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.push(0);
        while (!waiting.isEmpty()) {
            int node = waiting.pop();
            if (node < 0
                    || node >= reached.length
                    || reached[node]
                    || !Float.isFinite(regressionTree.value()[node])) {
                return false;
            }
            reached[node] = true;
            if (!regressionTree.isLeaf(node)) {
                if (regressionTree.feature()[node] < 0
                        || regressionTree.feature()[node] >= columns
                        || !(regressionTree.cover()[node] > 0)) {
                    return false;
                }
                waiting.push(regressionTree.left()[node]);
                waiting.push(regressionTree.right()[node]);
            }
        }
        return true;
    }
}
