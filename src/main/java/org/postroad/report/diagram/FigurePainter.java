package org.postroad.report.diagram;

/** Draws shapes, without their names. */
final class FigurePainter {

    private final SvgWriter svg;
    private final Glyphs glyphs;

    FigurePainter(SvgWriter svg) {
        this.svg = svg;
        this.glyphs = new Glyphs(svg);
    }

    void paint(Figure figure) {
        if (figure.isEvent()) {
            event(figure);
        } else if (figure.isGateway()) {
            gateway(figure);
        } else if (figure.isTask()) {
            task(figure);
        } else if (figure.isFrame() || figure.isSwimlane()) {
            frame(figure);
        } else if (figure.isNote()) {
            note(figure.bounds());
        }
    }

    private void event(Figure figure) {
        Bounds at = figure.bounds();
        double radius = at.width() / 2;
        boolean ends = figure.type().equals("endEvent");
        boolean between = !ends && !figure.type().equals("startEvent");
        circle(at, radius, ends ? Look.BOLD : Look.LINE, figure.dashed());
        if (between) {
            circle(at, radius - 3.5, Look.LINE, figure.dashed());
        }
        boolean thrown = ends || figure.type().equals("intermediateThrowEvent");
        glyphs.ofEvent(figure.marker(), thrown, at.centreX(), at.centreY());
    }

    private void circle(Bounds at, double radius, double line, boolean dashed) {
        svg.empty(
                "circle",
                "cx",
                at.centreX(),
                "cy",
                at.centreY(),
                "r",
                radius,
                "class",
                "dg-shape",
                "fill",
                Look.SURFACE,
                "stroke",
                Look.INK,
                "stroke-width",
                line,
                "stroke-dasharray",
                dashed ? "5 4" : "none");
    }

    private void gateway(Figure figure) {
        Bounds at = figure.bounds();
        String corners = "%s,%s %s,%s %s,%s %s,%s"
                .formatted(
                        n(at.centreX()),
                        n(at.y()),
                        n(at.right()),
                        n(at.centreY()),
                        n(at.centreX()),
                        n(at.bottom()),
                        n(at.x()),
                        n(at.centreY()));
        svg.empty(
                "polygon",
                "points",
                corners,
                "class",
                "dg-shape",
                "fill",
                Look.SURFACE,
                "stroke",
                Look.INK,
                "stroke-width",
                Look.LINE,
                "stroke-linejoin",
                "round");
        glyphs.ofGateway(figure.type(), at.centreX(), at.centreY());
    }

    private void task(Figure figure) {
        Bounds at = figure.bounds();
        boolean calls = figure.type().equals("callActivity");
        box(at, "dg-shape", Look.SURFACE, Look.CORNER, calls ? Look.BOLD : Look.LINE, "none");
        glyphs.ofTask(figure.type(), at.x() + 16, at.y() + 15);
        if (figure.isFrame() || calls) {
            glyphs.collapsed(at.centreX(), at.bottom());
        }
    }

    private void frame(Figure figure) {
        boolean waitsForEvent = figure.type().equals("eventSubProcess");
        double corner = figure.isSwimlane() ? 0 : Look.CORNER;
        box(figure.bounds(), "dg-frame", Look.TINT, corner, Look.LINE, waitsForEvent ? "3 5" : "none");
    }

    private void box(Bounds at, String look, String fill, double corner, double line, String dashes) {
        svg.empty(
                "rect",
                "x",
                at.x(),
                "y",
                at.y(),
                "width",
                at.width(),
                "height",
                at.height(),
                "rx",
                corner,
                "class",
                look,
                "fill",
                fill,
                "stroke",
                Look.INK,
                "stroke-width",
                line,
                "stroke-dasharray",
                dashes);
    }

    private void note(Bounds at) {
        svg.empty(
                "path",
                "d",
                "M%s %s h-14 v%s h14".formatted(n(at.x() + 14), n(at.y()), n(at.height())),
                "class",
                "dg-line",
                "fill",
                "none",
                "stroke",
                Look.MUTED,
                "stroke-width",
                1);
    }

    private static String n(double number) {
        return SvgWriter.number(number);
    }
}
