package org.postroad.report.diagram;

/** Draws the symbols of BPMN inside tasks, events and gateways, each around a centre. */
final class Glyphs {

    private final SvgWriter svg;

    Glyphs(SvgWriter svg) {
        this.svg = svg;
    }

    /** The symbol in a task's upper left corner; a plain task has none. */
    void ofTask(String type, double x, double y) {
        switch (type) {
            case "sendTask" -> envelope(x, y, 1, true);
            case "receiveTask" -> envelope(x, y, 1, false);
            case "userTask" -> person(x, y);
            case "businessRuleTask" -> table(x, y);
            case "serviceTask" -> gear(x, y);
            case "scriptTask" -> page(x, y);
            default -> {}
        }
    }

    /** The symbol inside an event; filled for a throwing event. */
    void ofEvent(String marker, boolean thrown, double x, double y) {
        SvgStyle style = thrown ? SvgStyle.SOLID : SvgStyle.SIGN;
        switch (marker) {
            case "message" -> envelope(x, y, 1.15, thrown);
            case "timer" -> clock(x, y);
            case "conditional" -> page(x, y);
            case "signal" -> draw("M%s %s l8 14 h-16 Z", x, y - 9, style);
            case "escalation" -> draw("M%s %s l6 15 l-6 -6 l-6 6 Z", x, y - 9, style);
            case "error" -> draw("M%s %s l4 -13 l5 7 l5 -10 l-4 14 l-5 -7 Z", x - 7, y + 8, style);
            case "link" -> draw("M%s %s h8 v-4 l7 7 l-7 7 v-4 h-8 Z", x - 8, y - 3, style);
            case "terminate" -> svg.circle(x, y, 9, SvgStyle.SOLID);
            default -> {}
        }
    }

    void ofGateway(String type, double x, double y) {
        switch (type) {
            case "exclusiveGateway" -> diagonalCross(x, y);
            case "parallelGateway" -> uprightCross(x, y);
            case "complexGateway" -> {
                uprightCross(x, y);
                diagonalCross(x, y);
            }
            case "inclusiveGateway" -> svg.circle(x, y, 10, SvgStyle.SIGN.bold());
            case "eventBasedGateway" -> {
                svg.circle(x, y, 14, SvgStyle.SIGN);
                svg.circle(x, y, 11, SvgStyle.SIGN);
                draw("M%s %s l6.6 4.8 l-2.5 7.8 h-8.2 l-2.5 -7.8 Z", x, y - 7, SvgStyle.SIGN);
            }
            default -> {}
        }
    }

    /** The symbol of a collapsed sub-process. */
    void collapsed(double x, double bottom) {
        draw("M%s %s h14 v14 h-14 Z m7 3 v8 m-4 -4 h8", x - 7, bottom - 14, SvgStyle.SIGN);
    }

    private void diagonalCross(double x, double y) {
        draw("M%s %s l14 14 m0 -14 l-14 14", x - 7, y - 7, SvgStyle.SIGN.bold());
    }

    private void uprightCross(double x, double y) {
        draw("M%s %s h20 m-10 -10 v20", x - 10, y, SvgStyle.SIGN.bold());
    }

    private void envelope(double x, double y, double scale, boolean filled) {
        double width = 16 * scale;
        double height = 11 * scale;
        Bounds at = new Bounds(x - width / 2, y - height / 2, width, height);
        svg.box(at, 1, filled ? SvgStyle.SOLID : SvgStyle.SIGN_ON_PAPER);
        String flap = " l" + n(width / 2) + " " + n(height * 0.6) + " l" + n(width / 2) + " " + n(-height * 0.6);
        draw("M%s %s" + flap, at.x(), at.y(), filled ? SvgStyle.SIGN_INVERSE : SvgStyle.SIGN);
    }

    private void person(double x, double y) {
        svg.circle(x, y - 4, 3.6, SvgStyle.SIGN);
        draw("M%s %s c0 -8 13 -8 13 0 Z", x - 6.5, y + 7, SvgStyle.SIGN);
    }

    private void table(double x, double y) {
        svg.box(new Bounds(x - 8, y - 6, 16, 4), 0, SvgStyle.SOLID);
        draw("M%s %s h16 v13 h-16 Z m0 8.5 h16 m-10 -4.5 v9", x - 8, y - 6, SvgStyle.SIGN);
    }

    /** The dashes of a thick ring look like teeth. */
    private void gear(double x, double y) {
        svg.circle(x, y, 6.4, new SvgStyle("dg-sign", "none", SvgStyle.SIGN.stroke(), 2.6, "2.51 2.51"));
        svg.circle(x, y, 5, SvgStyle.SIGN);
        svg.circle(x, y, 2, SvgStyle.SIGN);
    }

    private void page(double x, double y) {
        draw("M%s %s h12 v14 h-12 Z m2.5 3.5 h7 m-7 3.5 h7 m-7 3.5 h7", x - 6, y - 7, SvgStyle.SIGN);
    }

    private void clock(double x, double y) {
        svg.circle(x, y, 10.5, SvgStyle.SIGN);
        draw("M%s %s v6.5 l4 2.2", x, y - 6.5, SvgStyle.SIGN);
        for (int hour = 0; hour < 12; hour++) {
            double sine = Math.sin(Math.PI * hour / 6);
            double cosine = Math.cos(Math.PI * hour / 6);
            draw("M%s %s l" + n(1.5 * sine) + " " + n(-1.5 * cosine), x + 8.3 * sine, y - 8.3 * cosine, SvgStyle.SIGN);
        }
    }

    private void draw(String path, double x, double y, SvgStyle style) {
        svg.path(path.formatted(n(x), n(y)), style);
    }

    private static String n(double number) {
        return SvgWriter.number(number);
    }
}
