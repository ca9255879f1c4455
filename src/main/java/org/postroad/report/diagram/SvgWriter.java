package org.postroad.report.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes SVG: elements nest, attributes and text are escaped, numbers are short. */
final class SvgWriter {

    private final StringBuilder out = new StringBuilder(16 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes as name, value, name, value. */
    SvgWriter open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    SvgWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    SvgWriter empty(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    SvgWriter leaf(String element, String text, Object... attributes) {
        open(element, attributes);
        out.append(escaped(text));
        return close();
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(attributes[i + 1] instanceof Number number ? number(number) : "" + attributes[i + 1]));
            out.append('"');
        }
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
