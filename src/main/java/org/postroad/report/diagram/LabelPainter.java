package org.postroad.report.diagram;

import java.util.List;
import java.util.Optional;

/** Writes names and numbers: the name of each shape and flow, who waits at a step, how many came by. */
final class LabelPainter {

    private static final double TASK_TEXT = 12;
    private static final double LABEL_TEXT = 11;
    private static final double SMALL_TEXT = 10;
    private static final double LEADING = 1.2;
    private static final double LABEL_WIDTH = 96;
    private static final int MOST_LINES = 4;
    private static final double BADGE = 19;

    private final SvgWriter svg;

    LabelPainter(SvgWriter svg) {
        this.svg = svg;
    }

    void name(DiagramEdge diagramEdge) {
        if (!diagramEdge.name().isEmpty()) {
            outside(diagramEdge.name(), diagramEdge.label().orElseGet(() -> labelAbove(diagramEdge.middle())));
        }
    }

    private static Bounds labelAbove(Point point) {
        return new Bounds(point.x() - LABEL_WIDTH / 2, point.y() - 18, LABEL_WIDTH, 14);
    }

    /** The shape's name, and in small print how many came by. */
    void name(DiagramShape diagramShape, StepTraffic traffic) {
        Optional<String> print =
                traffic.passed() > 0 ? Optional.of(CountFormat.full(traffic.passed()) + " came by") : Optional.empty();
        if (diagramShape.isTask()) {
            inside(diagramShape);
            print.ifPresent(text -> small(
                    text,
                    "start",
                    diagramShape.bounds().x() + 6,
                    diagramShape.bounds().bottom() + 13));
        } else if (diagramShape.isFrame()) {
            heading(diagramShape);
        } else if (diagramShape.isSwimlane()) {
            sideways(diagramShape);
        } else if (diagramShape.isNote()) {
            note(diagramShape);
        } else {
            beside(diagramShape, print);
        }
    }

    /** The number of people who stand here now, on the shape's upper right corner. */
    void waiting(DiagramShape diagramShape, StepTraffic traffic) {
        if (traffic.waiting() == 0) {
            return;
        }
        String text = CountFormat.brief(traffic.waiting());
        double width = Math.max(BADGE, TextMetrics.width(text, LABEL_TEXT) + 12);
        double x = diagramShape.isTask()
                ? diagramShape.bounds().right() - 6
                : diagramShape.bounds().centreX() + 20;
        double y = diagramShape.bounds().y();
        svg.box(new Bounds(x - width / 2, y - BADGE / 2, width, BADGE), BADGE / 2, SvgStyle.BADGE);
        svg.line(text, "middle", x, y + 4, LABEL_TEXT, SvgStyle.ON_BADGE);
    }

    private void inside(DiagramShape diagramShape) {
        Bounds at = diagramShape.bounds();
        List<String> lines = TextMetrics.wrap(diagramShape.name(), at.width() - 12, TASK_TEXT, MOST_LINES);
        double icon = diagramShape.type().equals("task") || diagramShape.isFrame() ? 0 : 5;
        lines(lines, at.centreX(), at.centreY() + icon - height(lines, TASK_TEXT) / 2, TASK_TEXT, SvgStyle.TEXT);
    }

    private void heading(DiagramShape diagramShape) {
        Bounds at = diagramShape.bounds();
        List<String> lines = TextMetrics.wrap(diagramShape.name(), at.width() - 20, TASK_TEXT, 1);
        lines(lines, at.centreX(), at.y() + 8, TASK_TEXT, SvgStyle.TEXT);
    }

    private void sideways(DiagramShape diagramShape) {
        String x = SvgWriter.number(diagramShape.bounds().x() + 8);
        String y = SvgWriter.number(diagramShape.bounds().centreY());
        svg.open("g", "transform", "translate(" + x + " " + y + ") rotate(-90)");
        lines(List.of(diagramShape.name()), 0, 0, TASK_TEXT, SvgStyle.TEXT);
        svg.close();
    }

    private void note(DiagramShape diagramShape) {
        Bounds at = diagramShape.bounds();
        double y = at.y() + 4 + LABEL_TEXT;
        for (String line : TextMetrics.wrap(diagramShape.name(), at.width() - 10, LABEL_TEXT, 12)) {
            svg.line(line, "start", at.x() + 7, y, LABEL_TEXT, SvgStyle.SMALL);
            y += LABEL_TEXT * LEADING;
        }
    }

    /** An event's or a gateway's name where its author put it, else below; the small print on the far side. */
    private void beside(DiagramShape diagramShape, Optional<String> print) {
        Bounds shape = diagramShape.bounds();
        if (diagramShape.name().isEmpty() && diagramShape.isGateway()) {
            print.ifPresent(text -> small(text, "end", shape.centreX() - 10, shape.bottom() + 1));
            return;
        }
        Bounds below = new Bounds(shape.centreX() - LABEL_WIDTH / 2, shape.bottom() + 6, LABEL_WIDTH, 0);
        Bounds at = diagramShape.label().orElse(below);
        double bottom = diagramShape.name().isEmpty() ? at.y() : outside(diagramShape.name(), at);
        double baseline = at.centreY() < shape.centreY() ? at.y() - 3 : bottom + SMALL_TEXT;
        print.ifPresent(text -> small(text, "middle", at.centreX(), baseline));
    }

    /** Writes a name outside a shape and returns where it ends below. */
    private double outside(String name, Bounds at) {
        List<String> lines = TextMetrics.wrap(name, Math.max(at.width() + 8, LABEL_WIDTH), LABEL_TEXT, MOST_LINES);
        lines(lines, at.centreX(), at.y(), LABEL_TEXT, SvgStyle.LABEL);
        return at.y() + height(lines, LABEL_TEXT);
    }

    private void lines(List<String> lines, double centre, double top, double size, SvgStyle svgStyle) {
        double y = top + size * 0.95;
        for (String line : lines) {
            svg.line(line, "middle", centre, y, size, svgStyle);
            y += size * LEADING;
        }
    }

    private void small(String text, String anchor, double x, double baseline) {
        svg.line(text, anchor, x, baseline, SMALL_TEXT, SvgStyle.SMALL);
    }

    private static double height(List<String> lines, double size) {
        return lines.size() * size * LEADING;
    }
}
