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

    void name(Flow flow) {
        if (!flow.name().isEmpty()) {
            outside(flow.name(), flow.label().orElseGet(() -> labelAbove(flow.middle())));
        }
    }

    private static Bounds labelAbove(Point point) {
        return new Bounds(point.x() - LABEL_WIDTH / 2, point.y() - 18, LABEL_WIDTH, 14);
    }

    /** The shape's name, and in small print how many came by. */
    void name(Figure figure, StepTraffic traffic) {
        Optional<String> print =
                traffic.passed() > 0 ? Optional.of(Counts.full(traffic.passed()) + " came by") : Optional.empty();
        if (figure.isTask()) {
            inside(figure);
            print.ifPresent(text -> small(
                    text, "start", figure.bounds().x() + 6, figure.bounds().bottom() + 13));
        } else if (figure.isFrame()) {
            heading(figure);
        } else if (figure.isSwimlane()) {
            sideways(figure);
        } else if (figure.isNote()) {
            note(figure);
        } else {
            beside(figure, print);
        }
    }

    /** The number of people who stand here now, on the shape's upper right corner. */
    void waiting(Figure figure, StepTraffic traffic) {
        if (traffic.waiting() == 0) {
            return;
        }
        String text = Counts.brief(traffic.waiting());
        double width = Math.max(BADGE, Lettering.width(text, LABEL_TEXT) + 12);
        double x =
                figure.isTask() ? figure.bounds().right() - 6 : figure.bounds().centreX() + 20;
        double y = figure.bounds().y();
        svg.box(new Bounds(x - width / 2, y - BADGE / 2, width, BADGE), BADGE / 2, Paint.BADGE);
        svg.line(text, "middle", x, y + 4, LABEL_TEXT, Paint.ON_BADGE);
    }

    private void inside(Figure figure) {
        Bounds at = figure.bounds();
        List<String> lines = Lettering.wrap(figure.name(), at.width() - 12, TASK_TEXT, MOST_LINES);
        double icon = figure.type().equals("task") || figure.isFrame() ? 0 : 5;
        lines(lines, at.centreX(), at.centreY() + icon - height(lines, TASK_TEXT) / 2, TASK_TEXT, Paint.TEXT);
    }

    private void heading(Figure figure) {
        Bounds at = figure.bounds();
        List<String> lines = Lettering.wrap(figure.name(), at.width() - 20, TASK_TEXT, 1);
        lines(lines, at.centreX(), at.y() + 8, TASK_TEXT, Paint.TEXT);
    }

    private void sideways(Figure figure) {
        String x = SvgWriter.number(figure.bounds().x() + 8);
        String y = SvgWriter.number(figure.bounds().centreY());
        svg.open("g", "transform", "translate(" + x + " " + y + ") rotate(-90)");
        lines(List.of(figure.name()), 0, 0, TASK_TEXT, Paint.TEXT);
        svg.close();
    }

    private void note(Figure figure) {
        Bounds at = figure.bounds();
        double y = at.y() + 4 + LABEL_TEXT;
        for (String line : Lettering.wrap(figure.name(), at.width() - 10, LABEL_TEXT, 12)) {
            svg.line(line, "start", at.x() + 7, y, LABEL_TEXT, Paint.SMALL);
            y += LABEL_TEXT * LEADING;
        }
    }

    /** An event's or a gateway's name where its author put it, else below; the small print on the far side. */
    private void beside(Figure figure, Optional<String> print) {
        Bounds shape = figure.bounds();
        if (figure.name().isEmpty() && figure.isGateway()) {
            print.ifPresent(text -> small(text, "end", shape.centreX() - 10, shape.bottom() + 1));
            return;
        }
        Bounds below = new Bounds(shape.centreX() - LABEL_WIDTH / 2, shape.bottom() + 6, LABEL_WIDTH, 0);
        Bounds at = figure.label().orElse(below);
        double bottom = figure.name().isEmpty() ? at.y() : outside(figure.name(), at);
        double baseline = at.centreY() < shape.centreY() ? at.y() - 3 : bottom + SMALL_TEXT;
        print.ifPresent(text -> small(text, "middle", at.centreX(), baseline));
    }

    /** Writes a name outside a shape and returns where it ends below. */
    private double outside(String name, Bounds at) {
        List<String> lines = Lettering.wrap(name, Math.max(at.width() + 8, LABEL_WIDTH), LABEL_TEXT, MOST_LINES);
        lines(lines, at.centreX(), at.y(), LABEL_TEXT, Paint.LABEL);
        return at.y() + height(lines, LABEL_TEXT);
    }

    private void lines(List<String> lines, double centre, double top, double size, Paint paint) {
        double y = top + size * 0.95;
        for (String line : lines) {
            svg.line(line, "middle", centre, y, size, paint);
            y += size * LEADING;
        }
    }

    private void small(String text, String anchor, double x, double baseline) {
        svg.line(text, anchor, x, baseline, SMALL_TEXT, Paint.SMALL);
    }

    private static double height(List<String> lines, double size) {
        return lines.size() * size * LEADING;
    }
}
