package org.postroad.report.diagram;

/**
 * How something is painted. The colours are presentation attributes, so that the SVG stands alone in a mail or a file; the
 * {@code dg-} class lets a style sheet override them (dark mode, brand colours).
 *
 * @param look the class
 * @param fill a colour, or {@code none}
 * @param stroke a colour, or {@code none}
 * @param width of the stroke
 * @param dashes of the stroke: lengths of dash and gap, or {@code none}
 */
record Paint(String look, String fill, String stroke, double width, String dashes) {

    private static final String INK = "#2b3a4a";
    private static final String SURFACE = "#ffffff";
    private static final String TINT = "#f3f6fa";
    private static final String MUTED = "#66758a";
    private static final String ACCENT = "#b4451f";

    static final Paint SHAPE = new Paint("dg-shape", SURFACE, INK, 1.5, "none");
    static final Paint FRAME = new Paint("dg-frame", TINT, INK, 1.5, "none");
    static final Paint LINE = new Paint("dg-line", "none", INK, 1.5, "none");
    static final Paint SIGN = new Paint("dg-sign", "none", INK, 1, "none");
    static final Paint SIGN_ON_PAPER = new Paint("dg-sign dg-paper", SURFACE, INK, 1, "none");
    static final Paint SIGN_INVERSE = new Paint("dg-sign-inverse", "none", SURFACE, 1.2, "none");
    static final Paint SOLID = new Paint("dg-solid", INK, INK, 1, "none");
    static final Paint BADGE = new Paint("dg-badge", ACCENT, SURFACE, 1.5, "none");

    /** Text; its stroke is a halo that keeps it readable across lines. */
    static final Paint TEXT = new Paint("dg-text", INK, "none", 0, "none");

    static final Paint LABEL = new Paint("dg-text dg-halo", INK, SURFACE, 3, "none");
    static final Paint SMALL = new Paint("dg-small dg-halo", MUTED, SURFACE, 3, "none");
    static final Paint ON_BADGE = new Paint("dg-on-badge", SURFACE, "none", 0, "none");

    Paint bold() {
        return new Paint(look, fill, stroke, 3, dashes);
    }

    Paint dashed(String pattern) {
        return new Paint(look, fill, stroke, width, pattern);
    }
}
