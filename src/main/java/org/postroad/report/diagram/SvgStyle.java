package org.postroad.report.diagram;

/**
 * A drawing style. Colours are presentation attributes, so that the SVG is self-contained; the {@code dg-} class lets a
 * style sheet override them (dark mode, brand colours).
 *
 * @param cssClass the CSS class
 * @param fill a colour, or {@code none}
 * @param stroke a colour, or {@code none}
 * @param width of the stroke
 * @param dashes of the stroke: lengths of dash and gap, or {@code none}
 */
record SvgStyle(String cssClass, String fill, String stroke, double width, String dashes) {

    private static final String INK = "#2b3a4a";
    private static final String SURFACE = "#ffffff";
    private static final String TINT = "#f3f6fa";
    private static final String MUTED = "#66758a";
    private static final String ACCENT = "#b4451f";

    static final SvgStyle SHAPE = new SvgStyle("dg-shape", SURFACE, INK, 1.5, "none");
    static final SvgStyle FRAME = new SvgStyle("dg-frame", TINT, INK, 1.5, "none");
    static final SvgStyle LINE = new SvgStyle("dg-line", "none", INK, 1.5, "none");
    static final SvgStyle SIGN = new SvgStyle("dg-sign", "none", INK, 1, "none");
    static final SvgStyle SIGN_ON_PAPER = new SvgStyle("dg-sign dg-paper", SURFACE, INK, 1, "none");
    static final SvgStyle SIGN_INVERSE = new SvgStyle("dg-sign-inverse", "none", SURFACE, 1.2, "none");
    static final SvgStyle SOLID = new SvgStyle("dg-solid", INK, INK, 1, "none");
    static final SvgStyle BADGE = new SvgStyle("dg-badge", ACCENT, SURFACE, 1.5, "none");

    /** Text; its stroke is a halo that keeps it readable across lines. */
    static final SvgStyle TEXT = new SvgStyle("dg-text", INK, "none", 0, "none");

    static final SvgStyle LABEL = new SvgStyle("dg-text dg-halo", INK, SURFACE, 3, "none");
    static final SvgStyle SMALL = new SvgStyle("dg-small dg-halo", MUTED, SURFACE, 3, "none");
    static final SvgStyle ON_BADGE = new SvgStyle("dg-on-badge", SURFACE, "none", 0, "none");

    SvgStyle bold() {
        return new SvgStyle(cssClass, fill, stroke, 3, dashes);
    }

    SvgStyle dashed(String pattern) {
        return new SvgStyle(cssClass, fill, stroke, width, pattern);
    }
}
