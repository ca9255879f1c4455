package org.postroad.report.diagram;

/** The small signs of BPMN inside tasks, events and gateways, each around a centre. */
final class Glyphs {

    private final SvgWriter svg;

    Glyphs(SvgWriter svg) {
        this.svg = svg;
    }

    /** The sign in a task's upper left corner; a plain task has none. */
    void ofTask(String type, double x, double y) {
        switch (type) {
            case "sendTask" -> envelope(x, y, 1, true);
            case "receiveTask" -> envelope(x, y, 1, false);
            case "userTask" -> person(x, y);
            case "businessRuleTask" -> table(x, y);
            case "serviceTask" -> gear(x, y);
            case "scriptTask" -> page(x, y, 1);
            default -> {}
        }
    }

    /** The sign inside an event; filled where the event is thrown. */
    void ofEvent(String marker, boolean thrown, double x, double y) {
        switch (marker) {
            case "message" -> envelope(x, y, 1.15, thrown);
            case "timer" -> clock(x, y);
            case "conditional" -> page(x, y, 1.15);
            case "signal" -> outlined(at("M%s %s l8 14 h-16 Z", x, y - 9), thrown);
            case "escalation" -> outlined(at("M%s %s l6 15 l-6 -6 l-6 6 Z", x, y - 9), thrown);
            case "error" -> outlined(at("M%s %s l4 -13 l5 7 l5 -10 l-4 14 l-5 -7 Z", x - 7, y + 8), thrown);
            case "link" -> outlined(at("M%s %s h8 v-4 l7 7 l-7 7 v-4 h-8 Z", x - 8, y - 3), thrown);
            case "terminate" -> svg.empty("circle", "cx", x, "cy", y, "r", 9, "class", "dg-solid", "fill", Look.INK);
            default -> {}
        }
    }

    void ofGateway(String type, double x, double y) {
        switch (type) {
            case "exclusiveGateway" -> bold(at("M%s %s l14 14 m0 -14 l-14 14", x - 7, y - 7));
            case "parallelGateway" -> bold(at("M%s %s h20 m-10 -10 v20", x - 10, y));
            case "complexGateway" -> {
                bold(at("M%s %s h20 m-10 -10 v20", x - 10, y));
                bold(at("M%s %s l14 14 m0 -14 l-14 14", x - 7, y - 7));
            }
            case "inclusiveGateway" ->
                svg.empty(
                        "circle",
                        "cx",
                        x,
                        "cy",
                        y,
                        "r",
                        10,
                        "class",
                        "dg-sign",
                        "fill",
                        "none",
                        "stroke",
                        Look.INK,
                        "stroke-width",
                        Look.BOLD);
            case "eventBasedGateway" -> {
                ring(x, y, 14);
                ring(x, y, 11);
                outlined(at("M%s %s l6.6 4.8 l-2.5 7.8 h-8.2 l-2.5 -7.8 Z", x, y - 7), false);
            }
            default -> {}
        }
    }

    /** The sign of a sub-process whose inside is not drawn. */
    void collapsed(double x, double bottom) {
        outlined(at("M%s %s h14 v14 h-14 Z m7 3 v8 m-4 -4 h8", x - 7, bottom - 14), false);
    }

    private void envelope(double x, double y, double scale, boolean filled) {
        double w = 16 * scale;
        double h = 11 * scale;
        svg.empty(
                "rect",
                "x",
                x - w / 2,
                "y",
                y - h / 2,
                "width",
                w,
                "height",
                h,
                "rx",
                1,
                "class",
                filled ? "dg-solid" : "dg-sign",
                "fill",
                filled ? Look.INK : Look.SURFACE,
                "stroke",
                Look.INK);
        svg.empty(
                "path",
                "d",
                "M" + n(x - w / 2) + " " + n(y - h / 2) + " l" + n(w / 2) + " " + n(h * 0.6) + " l" + n(w / 2) + " "
                        + n(-h * 0.6),
                "class",
                filled ? "dg-sign-inverse" : "dg-sign",
                "fill",
                "none",
                "stroke",
                filled ? Look.SURFACE : Look.INK,
                "stroke-width",
                1.2);
    }

    private void person(double x, double y) {
        svg.empty("circle", "cx", x, "cy", y - 4, "r", 3.6, "class", "dg-sign", "fill", "none", "stroke", Look.INK);
        outlined(at("M%s %s c0 -8 13 -8 13 0 Z", x - 6.5, y + 7), false);
    }

    private void table(double x, double y) {
        svg.empty("rect", "x", x - 8, "y", y - 6, "width", 16, "height", 4, "class", "dg-solid", "fill", Look.INK);
        outlined(at("M%s %s h16 v13 h-16 Z m0 8.5 h16 m-10 -4.5 v9", x - 8, y - 6), false);
    }

    private void gear(double x, double y) {
        svg.empty(
                "circle",
                "cx",
                x,
                "cy",
                y,
                "r",
                6.4,
                "class",
                "dg-sign",
                "fill",
                "none",
                "stroke",
                Look.INK,
                "stroke-width",
                2.6,
                "stroke-dasharray",
                "2.51 2.51");
        ring(x, y, 5);
        ring(x, y, 2);
    }

    private void page(double x, double y, double scale) {
        double w = 11 * scale;
        double h = 13 * scale;
        outlined(at("M%s %s", x - w / 2, y - h / 2) + " h" + n(w) + " v" + n(h) + " h" + n(-w) + " Z", false);
        for (int line = 1; line <= 3; line++) {
            outlined(at("M%s %s", x - w / 2 + 2, y - h / 2 + line * h / 4) + " h" + n(w - 4), false);
        }
    }

    private void clock(double x, double y) {
        ring(x, y, 10.5);
        outlined(at("M%s %s v6.5 l4 2.2", x, y - 6.5), false);
        for (int hour = 0; hour < 12; hour++) {
            double angle = Math.PI * hour / 6;
            outlined(
                    at("M%s %s", x + 8.3 * Math.sin(angle), y - 8.3 * Math.cos(angle)) + " l" + n(1.5 * Math.sin(angle))
                            + " " + n(-1.5 * Math.cos(angle)),
                    false);
        }
    }

    private void ring(double x, double y, double radius) {
        svg.empty("circle", "cx", x, "cy", y, "r", radius, "class", "dg-sign", "fill", "none", "stroke", Look.INK);
    }

    private void outlined(String path, boolean filled) {
        svg.empty(
                "path",
                "d",
                path,
                "class",
                filled ? "dg-solid" : "dg-sign",
                "fill",
                filled ? Look.INK : "none",
                "stroke",
                Look.INK,
                "stroke-linejoin",
                "round");
    }

    private void bold(String path) {
        svg.empty(
                "path",
                "d",
                path,
                "class",
                "dg-sign",
                "fill",
                "none",
                "stroke",
                Look.INK,
                "stroke-width",
                Look.BOLD,
                "stroke-linecap",
                "round");
    }

    private static String at(String path, double x, double y) {
        return path.formatted(n(x), n(y));
    }

    private static String n(double number) {
        return SvgWriter.number(number);
    }
}
