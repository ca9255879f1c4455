package org.postroad.report.diagram;

/** Draws shapes, without their names. */
final class FigurePainter {

    private static final double CORNER = 10;

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
        boolean ends = figure.type().equals("endEvent");
        Paint rim = figure.dashed() ? Paint.SHAPE.dashed("5 4") : ends ? Paint.SHAPE.bold() : Paint.SHAPE;
        svg.circle(at.centreX(), at.centreY(), at.width() / 2, rim);
        if (!ends && !figure.type().equals("startEvent")) {
            svg.circle(at.centreX(), at.centreY(), at.width() / 2 - 3.5, rim);
        }
        boolean thrown = ends || figure.type().equals("intermediateThrowEvent");
        glyphs.ofEvent(figure.marker(), thrown, at.centreX(), at.centreY());
    }

    private void gateway(Figure figure) {
        Bounds at = figure.bounds();
        String x = n(at.width() / 2);
        String y = n(at.height() / 2);
        svg.path(
                "M%s %s l%s %s l-%s %s l-%s -%s Z".formatted(n(at.centreX()), n(at.y()), x, y, x, y, x, y),
                Paint.SHAPE);
        glyphs.ofGateway(figure.type(), at.centreX(), at.centreY());
    }

    private void task(Figure figure) {
        Bounds at = figure.bounds();
        boolean calls = figure.type().equals("callActivity");
        svg.box(at, CORNER, calls ? Paint.SHAPE.bold() : Paint.SHAPE);
        glyphs.ofTask(figure.type(), at.x() + 16, at.y() + 15);
        if (figure.isFrame() || calls) {
            glyphs.collapsed(at.centreX(), at.bottom());
        }
    }

    private void frame(Figure figure) {
        boolean waitsForEvent = figure.type().equals("eventSubProcess");
        Paint paint = waitsForEvent ? Paint.FRAME.dashed("3 5") : Paint.FRAME;
        svg.box(figure.bounds(), figure.isSwimlane() ? 0 : CORNER, paint);
    }

    private void note(Bounds at) {
        svg.path("M%s %s h-14 v%s h14".formatted(n(at.x() + 14), n(at.y()), n(at.height())), Paint.LINE);
    }

    private static String n(double number) {
        return SvgWriter.number(number);
    }
}
