package org.postroad.report.diagram;

import java.util.List;
import java.util.Optional;

/**
 * A line of the diagram.
 *
 * @param type {@code sequenceFlow}, {@code messageFlow} or {@code association}
 * @param way at least two points
 * @param label where the author put the name
 * @param isDefault the flow that is taken when no condition holds; drawn with a stroke across
 */
record DiagramEdge(String id, String type, String name, List<Point> way, Optional<Bounds> label, boolean isDefault) {

    boolean isSequence() {
        return type.equals("sequenceFlow");
    }

    /** Halfway along the line, for a name that has no place of its own. */
    Point middle() {
        double half = length() / 2;
        for (int i = 1; i < way.size(); i++) {
            double leg = way.get(i - 1).distanceTo(way.get(i));
            if (half <= leg) {
                return way.get(i - 1).towards(way.get(i), half);
            }
            half -= leg;
        }
        return way.get(way.size() - 1);
    }

    private double length() {
        double length = 0;
        for (int i = 1; i < way.size(); i++) {
            length += way.get(i - 1).distanceTo(way.get(i));
        }
        return length;
    }
}
