package org.postroad.report.diagram;

import java.util.List;
import java.util.Optional;

/** Writes the names of shapes and edges, and how many people wait at a step and came by. */
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

    void name(DiagramEdge edge) {
        if (!edge.name().isEmpty()) {
            outside(edge.name(), edge.label().orElseGet(() -> labelAbove(edge.middle())));
        }
    }

    private static Bounds labelAbove(Point point) {
        return new Bounds(point.x() - LABEL_WIDTH / 2, point.y() - 18, LABEL_WIDTH, 14);
    }

    /** The shape's name, and in small print how many people came by. */
    void name(DiagramShape shape, StepTraffic traffic) {
        Optional<String> caption =
                traffic.passed() > 0 ? Optional.of(CountFormat.full(traffic.passed()) + " came by") : Optional.empty();
        if (shape.isTask()) {
            inside(shape);
            caption.ifPresent(text ->
                    small(text, "start", shape.bounds().x() + 6, shape.bounds().bottom() + 13));
        } else if (shape.isFrame()) {
            heading(shape);
        } else if (shape.isSwimlane()) {
            sideways(shape);
        } else if (shape.isNote()) {
            note(shape);
        } else {
            beside(shape, caption);
        }
    }

    /** The number of people here now, at the shape's upper right corner. */
    void waiting(DiagramShape shape, StepTraffic traffic) {
        if (traffic.waiting() == 0) {
            return;
        }
        String text = CountFormat.brief(traffic.waiting());
        double width = Math.max(BADGE, TextMetrics.width(text, LABEL_TEXT) + 12);
        double x = shape.isTask() ? shape.bounds().right() - 6 : shape.bounds().centreX() + 20;
        double y = shape.bounds().y();
        svg.box(new Bounds(x - width / 2, y - BADGE / 2, width, BADGE), BADGE / 2, SvgStyle.BADGE);
        svg.line(text, "middle", x, y + 4, LABEL_TEXT, SvgStyle.ON_BADGE);
    }

    private void inside(DiagramShape shape) {
        Bounds at = shape.bounds();
        List<String> lines = TextMetrics.wrap(shape.name(), at.width() - 12, TASK_TEXT, MOST_LINES);
        double icon = shape.type().equals("task") || shape.isFrame() ? 0 : 5;
        lines(lines, at.centreX(), at.centreY() + icon - height(lines, TASK_TEXT) / 2, TASK_TEXT, SvgStyle.TEXT);
    }

    private void heading(DiagramShape shape) {
        Bounds at = shape.bounds();
        List<String> lines = TextMetrics.wrap(shape.name(), at.width() - 20, TASK_TEXT, 1);
        lines(lines, at.centreX(), at.y() + 8, TASK_TEXT, SvgStyle.TEXT);
    }

    private void sideways(DiagramShape shape) {
        String x = SvgWriter.number(shape.bounds().x() + 8);
        String y = SvgWriter.number(shape.bounds().centreY());
        svg.open("g", "transform", "translate(" + x + " " + y + ") rotate(-90)");
        lines(List.of(shape.name()), 0, 0, TASK_TEXT, SvgStyle.TEXT);
        svg.close();
    }

    private void note(DiagramShape shape) {
        Bounds at = shape.bounds();
        double y = at.y() + 4 + LABEL_TEXT;
        for (String line : TextMetrics.wrap(shape.name(), at.width() - 10, LABEL_TEXT, 12)) {
            svg.line(line, "start", at.x() + 7, y, LABEL_TEXT, SvgStyle.SMALL);
            y += LABEL_TEXT * LEADING;
        }
    }

    /** An event's or a gateway's name at its label position or below; the caption on the far side of the name. */
    private void beside(DiagramShape shape, Optional<String> caption) {
        Bounds bounds = shape.bounds();
        if (shape.name().isEmpty() && shape.isGateway()) {
            caption.ifPresent(text -> small(text, "end", bounds.centreX() - 10, bounds.bottom() + 1));
            return;
        }
        Bounds below = new Bounds(bounds.centreX() - LABEL_WIDTH / 2, bounds.bottom() + 6, LABEL_WIDTH, 0);
        Bounds at = shape.label().orElse(below);
        double bottom = shape.name().isEmpty() ? at.y() : outside(shape.name(), at);
        double baseline = at.centreY() < bounds.centreY() ? at.y() - 3 : bottom + SMALL_TEXT;
        caption.ifPresent(text -> small(text, "middle", at.centreX(), baseline));
    }

    /** Writes a name outside a shape and returns the y of its lower end. */
    private double outside(String name, Bounds at) {
        List<String> lines = TextMetrics.wrap(name, Math.max(at.width() + 8, LABEL_WIDTH), LABEL_TEXT, MOST_LINES);
        lines(lines, at.centreX(), at.y(), LABEL_TEXT, SvgStyle.LABEL);
        return at.y() + height(lines, LABEL_TEXT);
    }

    private void lines(List<String> lines, double centre, double top, double size, SvgStyle style) {
        double y = top + size * 0.95;
        for (String line : lines) {
            svg.line(line, "middle", centre, y, size, style);
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
