package org.postroad.report.diagram;

import java.util.List;

/** Draws lines: bends are rounded, sequence flows end in an arrowhead, others are dotted. */
final class EdgePainter {

    private static final double BEND = 7;
    private static final String ARROW = "dg-arrow-head";

    private final SvgWriter svg;

    EdgePainter(SvgWriter svg) {
        this.svg = svg;
    }

    /** To be written once, before the first flow. */
    void arrowHead() {
        svg.open("defs").marker(ARROW, new Bounds(0, 0, 12, 10), new Point(11, 5));
        svg.path("M0 0 L12 5 L0 10 L2.5 5 Z", SvgStyle.SOLID);
        svg.close().close();
    }

    void paint(DiagramEdge diagramEdge) {
        svg.open("g", "class", "dg-flow", "data-flow", diagramEdge.id());
        if (diagramEdge.isSequence()) {
            svg.path(path(diagramEdge.way()), SvgStyle.LINE, "marker-end", "url(#" + ARROW + ")");
        } else {
            svg.path(path(diagramEdge.way()), SvgStyle.LINE.dashed("2 4"));
        }
        if (diagramEdge.isDefault()) {
            svg.path(slash(diagramEdge.way()), SvgStyle.LINE);
        }
        svg.close();
    }

    /** The slanted stroke near the start of the flow that is taken when no condition holds. */
    private static String slash(List<Point> way) {
        Point at = way.get(0).towards(way.get(1), 12);
        return "M" + place(new Point(at.x() - 4, at.y() + 6)) + " L" + place(new Point(at.x() + 4, at.y() - 6));
    }

    private static String path(List<Point> way) {
        StringBuilder path = new StringBuilder("M").append(place(way.get(0)));
        for (int i = 1; i < way.size() - 1; i++) {
            Point corner = way.get(i);
            path.append(" L").append(place(beside(corner, way.get(i - 1))));
            path.append(" Q").append(place(corner)).append(' ').append(place(beside(corner, way.get(i + 1))));
        }
        return path.append(" L").append(place(way.get(way.size() - 1))).toString();
    }

    private static Point beside(Point corner, Point neighbour) {
        return corner.towards(neighbour, Math.min(BEND, corner.distanceTo(neighbour) / 2));
    }

    private static String place(Point point) {
        return SvgWriter.number(point.x()) + " " + SvgWriter.number(point.y());
    }
}
