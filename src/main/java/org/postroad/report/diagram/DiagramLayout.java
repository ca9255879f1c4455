package org.postroad.report.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The shapes and edges of a diagram, in document order. */
record DiagramLayout(List<DiagramShape> all, List<DiagramEdge> edges) {

    /** Shapes to draw first: pools, lanes, expanded sub-processes and annotations. */
    List<DiagramShape> background() {
        return all.stream().filter(DiagramLayout::isBackground).toList();
    }

    /** Shapes to draw over the edges. */
    List<DiagramShape> foreground() {
        return all.stream().filter(each -> !isBackground(each)).toList();
    }

    /** Events, gateways and tasks, from left to right. */
    List<DiagramShape> steps() {
        return all.stream()
                .filter(each -> each.isEvent() || each.isGateway() || each.isTask())
                .sorted(Comparator.comparingDouble(each -> each.bounds().centreX()))
                .toList();
    }

    private static boolean isBackground(DiagramShape shape) {
        return shape.isSwimlane() || shape.isNote() || (shape.isFrame() && !shape.collapsed());
    }

    /** The rectangle that contains everything, names included. */
    Bounds extent() {
        Stream<Bounds> shapes =
                all.stream().flatMap(each -> Stream.concat(Stream.of(each.bounds()), each.label().stream()));
        Stream<Bounds> lines = edges.stream()
                .flatMap(each -> Stream.concat(each.waypoints().stream().map(Bounds::around), each.label().stream()));
        return Stream.concat(shapes, lines).reduce(Bounds::and).orElse(new Bounds(0, 0, 0, 0));
    }
}
