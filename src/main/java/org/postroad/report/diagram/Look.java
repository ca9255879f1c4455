package org.postroad.report.diagram;

/**
 * Colours and sizes of a diagram. The colours are presentation attributes, so that the SVG stands alone in a mail or a
 * file; the {@code dg-} classes let a style sheet override each of them (dark mode, brand colours).
 */
final class Look {

    static final String INK = "#2b3a4a";
    static final String SURFACE = "#ffffff";
    static final String TINT = "#f3f6fa";
    static final String MUTED = "#66758a";
    static final String ACCENT = "#b4451f";
    static final String ON_ACCENT = "#ffffff";

    static final double LINE = 1.5;
    static final double BOLD = 3;
    static final double CORNER = 10;

    static final double TASK_TEXT = 12;
    static final double LABEL_TEXT = 11;
    static final double SMALL_TEXT = 10;
    static final double LEADING = 1.2;

    private Look() {}
}
