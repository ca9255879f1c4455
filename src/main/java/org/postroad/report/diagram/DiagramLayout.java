package org.postroad.report.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A diagram as its author drew it, in document order. */
record DiagramLayout(List<DiagramShape> figures, List<DiagramEdge> flows) {

    /** What lies behind the rest: pools, lanes, open sub-processes and notes. */
    List<DiagramShape> background() {
        return figures.stream().filter(DiagramLayout::isBehind).toList();
    }

    List<DiagramShape> shapes() {
        return figures.stream().filter(each -> !isBehind(each)).toList();
    }

    /** What people can pass or stand on, from left to right. */
    List<DiagramShape> steps() {
        return figures.stream()
                .filter(each -> each.isEvent() || each.isGateway() || each.isTask())
                .sorted(Comparator.comparingDouble(each -> each.bounds().centreX()))
                .toList();
    }

    private static boolean isBehind(DiagramShape diagramShape) {
        return diagramShape.isSwimlane()
                || diagramShape.isNote()
                || (diagramShape.isFrame() && !diagramShape.collapsed());
    }

    /** The rectangle that holds everything, names included. */
    Bounds extent() {
        Stream<Bounds> shapes =
                figures.stream().flatMap(each -> Stream.concat(Stream.of(each.bounds()), each.label().stream()));
        Stream<Bounds> lines = flows.stream()
                .flatMap(each -> Stream.concat(each.way().stream().map(Bounds::around), each.label().stream()));
        return Stream.concat(shapes, lines).reduce(Bounds::and).orElse(new Bounds(0, 0, 0, 0));
    }
}
