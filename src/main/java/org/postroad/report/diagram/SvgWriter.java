package org.postroad.report.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG: elements nest, attributes and text are escaped, numbers are short. */
final class SvgWriter {

    private final StringBuilder out = new StringBuilder(16 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens the picture: what it shows, which part of the plane, in which letters. */
    void root(String title, Bounds at, String font) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" role=\"img\"");
        attributes("viewBox", viewBox(at), "width", at.width(), "height", at.height());
        attributes("font-family", font, "aria-label", title);
        out.append('>');
        open.push("svg");
        title(title);
    }

    /** Opens an element; attributes as name, value, name, value. */
    SvgWriter open(String element, Object... attributes) {
        out.append('<').append(element);
        attributes(attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Opens the definition of what ends a line; its tip is where the line ends. */
    void marker(String id, Bounds box, Point tip) {
        out.append("<marker");
        attributes("id", id, "viewBox", viewBox(box), "refX", tip.x(), "refY", tip.y(), "orient", "auto");
        attributes("markerUnits", "userSpaceOnUse", "markerWidth", box.width(), "markerHeight", box.height());
        out.append('>');
        open.push("marker");
    }

    SvgWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** What a pointer shows and a screen reader says. */
    void title(String text) {
        open("title").text(text).close();
    }

    void path(String way, SvgStyle svgStyle, Object... more) {
        shape("path", svgStyle, more, "d", way);
    }

    void circle(double x, double y, double radius, SvgStyle svgStyle) {
        shape("circle", svgStyle, new Object[0], "cx", x, "cy", y, "r", radius);
    }

    void box(Bounds at, double corner, SvgStyle svgStyle) {
        Object[] round = {"rx", corner};
        shape("rect", svgStyle, round, "x", at.x(), "y", at.y(), "width", at.width(), "height", at.height());
    }

    /** One line of text; the anchor is {@code start}, {@code middle} or {@code end}. */
    void line(String text, String anchor, double x, double baseline, double size, SvgStyle svgStyle) {
        out.append("<text");
        attributes("x", x, "y", baseline, "text-anchor", anchor, "font-size", size, "class", svgStyle.look());
        attributes("fill", svgStyle.fill(), "stroke", svgStyle.stroke(), "stroke-width", svgStyle.width());
        attributes("stroke-linejoin", "round", "paint-order", "stroke");
        out.append('>');
        text(text);
        out.append("</text>");
    }

    private void shape(String element, SvgStyle svgStyle, Object[] more, Object... geometry) {
        out.append('<').append(element);
        attributes(geometry);
        attributes(
                "class",
                svgStyle.look(),
                "fill",
                svgStyle.fill(),
                "stroke",
                svgStyle.stroke(),
                "stroke-width",
                svgStyle.width());
        attributes("stroke-dasharray", svgStyle.dashes(), "stroke-linejoin", "round");
        attributes(more);
        out.append("/>");
    }

    private void attributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(value instanceof Number number ? number(number) : escaped(String.valueOf(value)));
            out.append('"');
        }
    }

    private SvgWriter text(String text) {
        out.append(escaped(text));
        return this;
    }

    private static String viewBox(Bounds at) {
        return String.join(" ", number(at.x()), number(at.y()), number(at.width()), number(at.height()));
    }

    /** One decimal is a tenth of a pixel. */
    static String number(Number number) {
        return BigDecimal.valueOf(number.doubleValue())
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return out.toString();
    }
}
