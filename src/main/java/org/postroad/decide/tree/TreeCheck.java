package org.postroad.decide.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/** Checks the structure of a tree that was read, so that evaluation ends and stays within the columns of a row. */
final class TreeCheck {

    private TreeCheck() {}

    static boolean isSound(RegressionTree tree, int columns) {
        return tree.nodes() > 0 && sameLengths(tree) && everyNodeReachedAtMostOnce(tree, columns);
    }

    private static boolean sameLengths(RegressionTree tree) {
        int nodes = tree.nodes();
        return tree.feature().length == nodes
                && tree.left().length == nodes
                && tree.right().length == nodes
                && tree.missingLeft().length == nodes
                && tree.cover().length == nodes;
    }

    private static boolean everyNodeReachedAtMostOnce(RegressionTree tree, int columns) {
        boolean[] reached = new boolean[tree.nodes()];
        Deque<Integer> pending = new ArrayDeque<>();
        pending.push(0);
        while (!pending.isEmpty()) {
            int node = pending.pop();
            if (node < 0 || node >= reached.length || reached[node] || !Float.isFinite(tree.value()[node])) {
                return false;
            }
            reached[node] = true;
            if (!tree.isLeaf(node)) {
                if (tree.feature()[node] < 0 || tree.feature()[node] >= columns || !(tree.cover()[node] > 0)) {
                    return false;
                }
                pending.push(tree.left()[node]);
                pending.push(tree.right()[node]);
            }
        }
        return true;
    }
}
