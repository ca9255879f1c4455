package org.postroad.report.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG. Attributes and text are escaped; numbers have one decimal. */
final class SvgWriter {

    private final StringBuilder out = new StringBuilder(16 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens the root element. */
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

    /** Opens a marker for line ends; the line ends at its tip. */
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

    /** The tooltip, also for screen readers. */
    void title(String text) {
        open("title").text(text).close();
    }

    void path(String data, SvgStyle style, Object... more) {
        shape("path", style, more, "d", data);
    }

    void circle(double x, double y, double radius, SvgStyle style) {
        shape("circle", style, new Object[0], "cx", x, "cy", y, "r", radius);
    }

    void box(Bounds at, double corner, SvgStyle style) {
        Object[] round = {"rx", corner};
        shape("rect", style, round, "x", at.x(), "y", at.y(), "width", at.width(), "height", at.height());
    }

    /** One line of text; the anchor is {@code start}, {@code middle} or {@code end}. */
    void line(String text, String anchor, double x, double baseline, double size, SvgStyle style) {
        out.append("<text");
        attributes("x", x, "y", baseline, "text-anchor", anchor, "font-size", size, "class", style.cssClass());
        attributes("fill", style.fill(), "stroke", style.stroke(), "stroke-width", style.width());
        attributes("stroke-linejoin", "round", "paint-order", "stroke");
        out.append('>');
        text(text);
        out.append("</text>");
    }

    private void shape(String element, SvgStyle style, Object[] more, Object... geometry) {
        out.append('<').append(element);
        attributes(geometry);
        attributes(
                "class",
                style.cssClass(),
                "fill",
                style.fill(),
                "stroke",
                style.stroke(),
                "stroke-width",
                style.width());
        attributes("stroke-dasharray", style.dashes(), "stroke-linejoin", "round");
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

    /** Rounded to a tenth of a pixel. */
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
