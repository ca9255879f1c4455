package org.postroad.report.diagram;

import java.util.List;
import java.util.Optional;

/** Writes names and numbers: the name of each shape and flow, who waits at a step, how many passed. */
final class LabelPainter {

    private static final double LABEL_WIDTH = 96;
    private static final int MOST_LINES = 4;
    private static final double BADGE = 19;

    private final SvgWriter svg;

    LabelPainter(SvgWriter svg) {
        this.svg = svg;
    }

    void name(Flow flow) {
        if (!flow.name().isEmpty()) {
            Bounds at = flow.label().orElseGet(() -> {
                Point middle = flow.middle();
                return new Bounds(middle.x() - LABEL_WIDTH / 2, middle.y() - 18, LABEL_WIDTH, 14);
            });
            outside(flow.name(), at);
        }
    }

    /** The shape's name, and in small print how many passed. */
    void nameAndPassed(Figure figure, StepTraffic traffic) {
        Optional<String> passed =
                traffic.passed() > 0 ? Optional.of(Counts.full(traffic.passed()) + " came by") : Optional.empty();
        if (figure.isTask()) {
            inside(figure);
            passed.ifPresent(text -> small(
                    text, "start", figure.bounds().x() + 6, figure.bounds().bottom() + 13));
        } else if (figure.isFrame()) {
            heading(figure);
        } else if (figure.isSwimlane()) {
            sideways(figure);
        } else if (figure.isNote()) {
            note(figure);
        } else {
            beside(figure, passed);
        }
    }

    /** The number of people who stand here now, on the shape's upper right corner. */
    void waiting(Figure figure, StepTraffic traffic) {
        if (traffic.waiting() == 0) {
            return;
        }
        String text = Counts.brief(traffic.waiting());
        double width = Math.max(BADGE, Lettering.width(text, Look.LABEL_TEXT) + 12);
        Bounds at = figure.bounds();
        double x = figure.isTask() ? at.right() - 6 : at.centreX() + 20;
        double y = at.y();
        svg.open("g", "class", "dg-badge")
                .empty(
                        "rect",
                        "x",
                        x - width / 2,
                        "y",
                        y - BADGE / 2,
                        "width",
                        width,
                        "height",
                        BADGE,
                        "rx",
                        BADGE / 2,
                        "fill",
                        Look.ACCENT,
                        "stroke",
                        Look.SURFACE,
                        "stroke-width",
                        1.5)
                .leaf(
                        "text",
                        text,
                        "x",
                        x,
                        "y",
                        y + 4,
                        "text-anchor",
                        "middle",
                        "font-size",
                        Look.LABEL_TEXT,
                        "font-weight",
                        700,
                        "fill",
                        Look.ON_ACCENT)
                .close();
    }

    private void inside(Figure figure) {
        Bounds at = figure.bounds();
        List<String> lines = Lettering.wrap(figure.name(), at.width() - 12, Look.TASK_TEXT, MOST_LINES);
        double icon = figure.type().equals("task") || figure.isFrame() ? 0 : 5;
        lines(lines, at.centreX(), at.centreY() + icon - block(lines, Look.TASK_TEXT) / 2, Look.TASK_TEXT);
    }

    private void heading(Figure figure) {
        Bounds at = figure.bounds();
        List<String> lines = Lettering.wrap(figure.name(), at.width() - 20, Look.TASK_TEXT, 1);
        lines(lines, at.centreX(), at.y() + 8, Look.TASK_TEXT);
    }

    private void sideways(Figure figure) {
        Bounds at = figure.bounds();
        svg.open(
                "g",
                "transform",
                "translate(%s %s) rotate(-90)".formatted(SvgWriter.number(at.x() + 8), SvgWriter.number(at.centreY())));
        lines(List.of(figure.name()), 0, 0, Look.TASK_TEXT);
        svg.close();
    }

    private void note(Figure figure) {
        Bounds at = figure.bounds();
        List<String> lines = Lettering.wrap(figure.name(), at.width() - 10, Look.LABEL_TEXT, 12);
        double y = at.y() + 4 + Look.LABEL_TEXT;
        for (String line : lines) {
            svg.leaf(
                    "text",
                    line,
                    "x",
                    at.x() + 7,
                    "y",
                    y,
                    "class",
                    "dg-small",
                    "font-size",
                    Look.LABEL_TEXT,
                    "fill",
                    Look.MUTED);
            y += Look.LABEL_TEXT * Look.LEADING;
        }
    }

    /** An event's or a gateway's name where its author put it, else below; the small print on the far side. */
    private void beside(Figure figure, Optional<String> passed) {
        Bounds shape = figure.bounds();
        Bounds at = figure.label()
                .orElse(new Bounds(shape.centreX() - LABEL_WIDTH / 2, shape.bottom() + 6, LABEL_WIDTH, 0));
        double bottom = figure.name().isEmpty() ? at.y() : outside(figure.name(), at);
        boolean above = at.centreY() < shape.centreY();
        passed.ifPresent(text -> small(text, "middle", at.centreX(), above ? at.y() - 3 : bottom + Look.SMALL_TEXT));
    }

    /** Writes a name outside a shape and returns where it ends below. */
    private double outside(String name, Bounds at) {
        List<String> lines = Lettering.wrap(name, Math.max(at.width() + 8, LABEL_WIDTH), Look.LABEL_TEXT, MOST_LINES);
        lines(lines, at.centreX(), at.y(), Look.LABEL_TEXT);
        return at.y() + block(lines, Look.LABEL_TEXT);
    }

    private void lines(List<String> lines, double centre, double top, double size) {
        double y = top + size * 0.95;
        for (String line : lines) {
            svg.leaf(
                    "text",
                    line,
                    "x",
                    centre,
                    "y",
                    y,
                    "class",
                    "dg-text",
                    "text-anchor",
                    "middle",
                    "font-size",
                    size,
                    "fill",
                    Look.INK);
            y += size * Look.LEADING;
        }
    }

    private void small(String text, String anchor, double x, double baseline) {
        svg.leaf(
                "text",
                text,
                "x",
                x,
                "y",
                baseline,
                "class",
                "dg-small",
                "text-anchor",
                anchor,
                "font-size",
                Look.SMALL_TEXT,
                "fill",
                Look.MUTED);
    }

    private static double block(List<String> lines, double size) {
        return lines.size() * size * Look.LEADING;
    }
}
