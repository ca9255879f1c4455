package org.postroad.report.diagram;

import java.util.List;

/** Draws edges: bends are rounded, sequence flows end in an arrowhead, others are dotted. */
final class EdgePainter {

    private static final double BEND = 7;
    private static final String ARROW = "dg-arrow-head";

    private final SvgWriter svg;

    EdgePainter(SvgWriter svg) {
        this.svg = svg;
    }

    /** Must be called once, before the first edge. */
    void arrowHead() {
        svg.open("defs").marker(ARROW, new Bounds(0, 0, 12, 10), new Point(11, 5));
        svg.path("M0 0 L12 5 L0 10 L2.5 5 Z", SvgStyle.SOLID);
        svg.close().close();
    }

    void paint(DiagramEdge edge) {
        svg.open("g", "class", "dg-flow", "data-flow", edge.id());
        if (edge.isSequence()) {
            svg.path(path(edge.waypoints()), SvgStyle.LINE, "marker-end", "url(#" + ARROW + ")");
        } else {
            svg.path(path(edge.waypoints()), SvgStyle.LINE.dashed("2 4"));
        }
        if (edge.isDefault()) {
            svg.path(slash(edge.waypoints()), SvgStyle.LINE);
        }
        svg.close();
    }

    /** The slash near the start of a default flow. */
    private static String slash(List<Point> waypoints) {
        Point at = waypoints.get(0).towards(waypoints.get(1), 12);
        return "M" + place(new Point(at.x() - 4, at.y() + 6)) + " L" + place(new Point(at.x() + 4, at.y() - 6));
    }

    private static String path(List<Point> waypoints) {
        StringBuilder path = new StringBuilder("M").append(place(waypoints.get(0)));
        for (int i = 1; i < waypoints.size() - 1; i++) {
            Point corner = waypoints.get(i);
            path.append(" L").append(place(beside(corner, waypoints.get(i - 1))));
            path.append(" Q").append(place(corner)).append(' ').append(place(beside(corner, waypoints.get(i + 1))));
        }
        return path.append(" L")
                .append(place(waypoints.get(waypoints.size() - 1)))
                .toString();
    }

    private static Point beside(Point corner, Point neighbour) {
        return corner.towards(neighbour, Math.min(BEND, corner.distanceTo(neighbour) / 2));
    }

    private static String place(Point point) {
        return SvgWriter.number(point.x()) + " " + SvgWriter.number(point.y());
    }
}
