package org.postroad.report.diagram;

import java.util.List;
import java.util.Optional;

/**
 * A line of the diagram.
 *
 * @param type {@code sequenceFlow}, {@code messageFlow} or {@code association}
 * @param waypoints at least two
 * @param label position of the name in the diagram, if given
 * @param isDefault the flow taken when no condition holds; drawn with a slash
 */
record DiagramEdge(
        String id, String type, String name, List<Point> waypoints, Optional<Bounds> label, boolean isDefault) {

    boolean isSequence() {
        return type.equals("sequenceFlow");
    }

    /** Halfway along the line, for a name without a label position. */
    Point middle() {
        double half = length() / 2;
        for (int i = 1; i < waypoints.size(); i++) {
            double leg = waypoints.get(i - 1).distanceTo(waypoints.get(i));
            if (half <= leg) {
                return waypoints.get(i - 1).towards(waypoints.get(i), half);
            }
            half -= leg;
        }
        return waypoints.get(waypoints.size() - 1);
    }

    private double length() {
        double length = 0;
        for (int i = 1; i < waypoints.size(); i++) {
            length += waypoints.get(i - 1).distanceTo(waypoints.get(i));
        }
        return length;
    }
}
