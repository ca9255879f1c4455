package org.postroad.decide.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether a tree that was read can be walked: an endless loop or a wrong column must not wait for the first customer. */
final class TreeCheck {

    private TreeCheck() {}

    static boolean isSound(Tree tree, int columns) {
        return tree.nodes() > 0 && sameLengths(tree) && everyNodeReachedAtMostOnce(tree, columns);
    }

    private static boolean sameLengths(Tree tree) {
        int nodes = tree.nodes();
        return tree.feature().length == nodes
                && tree.left().length == nodes
                && tree.right().length == nodes
                && tree.missingLeft().length == nodes
                && tree.cover().length == nodes;
    }

    private static boolean everyNodeReachedAtMostOnce(Tree tree, int columns) {
        boolean[] reached = new boolean[tree.nodes()];
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.push(0);
        while (!waiting.isEmpty()) {
            int node = waiting.pop();
            if (node < 0 || node >= reached.length || reached[node] || !Float.isFinite(tree.value()[node])) {
                return false;
            }
            reached[node] = true;
            if (!tree.isLeaf(node)) {
                if (tree.feature()[node] < 0 || tree.feature()[node] >= columns || !(tree.cover()[node] > 0)) {
                    return false;
                }
                waiting.push(tree.left()[node]);
                waiting.push(tree.right()[node]);
            }
        }
        return true;
    }
}
