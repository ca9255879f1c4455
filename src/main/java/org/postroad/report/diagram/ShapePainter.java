package org.postroad.report.diagram;

/** Draws shapes, without their names. */
final class ShapePainter {

    private static final double CORNER = 10;

    private final SvgWriter svg;
    private final Glyphs glyphs;

    ShapePainter(SvgWriter svg) {
        this.svg = svg;
        this.glyphs = new Glyphs(svg);
    }

    void paint(DiagramShape diagramShape) {
        if (diagramShape.isEvent()) {
            event(diagramShape);
        } else if (diagramShape.isGateway()) {
            gateway(diagramShape);
        } else if (diagramShape.isTask()) {
            task(diagramShape);
        } else if (diagramShape.isFrame() || diagramShape.isSwimlane()) {
            frame(diagramShape);
        } else if (diagramShape.isNote()) {
            note(diagramShape.bounds());
        }
    }

    private void event(DiagramShape diagramShape) {
        Bounds at = diagramShape.bounds();
        boolean ends = diagramShape.type().equals("endEvent");
        SvgStyle rim =
                diagramShape.dashed() ? SvgStyle.SHAPE.dashed("5 4") : ends ? SvgStyle.SHAPE.bold() : SvgStyle.SHAPE;
        svg.circle(at.centreX(), at.centreY(), at.width() / 2, rim);
        if (!ends && !diagramShape.type().equals("startEvent")) {
            svg.circle(at.centreX(), at.centreY(), at.width() / 2 - 3.5, rim);
        }
        boolean thrown = ends || diagramShape.type().equals("intermediateThrowEvent");
        glyphs.ofEvent(diagramShape.marker(), thrown, at.centreX(), at.centreY());
    }

    private void gateway(DiagramShape diagramShape) {
        Bounds at = diagramShape.bounds();
        String x = n(at.width() / 2);
        String y = n(at.height() / 2);
        svg.path(
                "M%s %s l%s %s l-%s %s l-%s -%s Z".formatted(n(at.centreX()), n(at.y()), x, y, x, y, x, y),
                SvgStyle.SHAPE);
        glyphs.ofGateway(diagramShape.type(), at.centreX(), at.centreY());
    }

    private void task(DiagramShape diagramShape) {
        Bounds at = diagramShape.bounds();
        boolean calls = diagramShape.type().equals("callActivity");
        svg.box(at, CORNER, calls ? SvgStyle.SHAPE.bold() : SvgStyle.SHAPE);
        glyphs.ofTask(diagramShape.type(), at.x() + 16, at.y() + 15);
        if (diagramShape.isFrame() || calls) {
            glyphs.collapsed(at.centreX(), at.bottom());
        }
    }

    private void frame(DiagramShape diagramShape) {
        boolean waitsForEvent = diagramShape.type().equals("eventSubProcess");
        SvgStyle svgStyle = waitsForEvent ? SvgStyle.FRAME.dashed("3 5") : SvgStyle.FRAME;
        svg.box(diagramShape.bounds(), diagramShape.isSwimlane() ? 0 : CORNER, svgStyle);
    }

    private void note(Bounds at) {
        svg.path("M%s %s h-14 v%s h14".formatted(n(at.x() + 14), n(at.y()), n(at.height())), SvgStyle.LINE);
    }

    private static String n(double number) {
        return SvgWriter.number(number);
    }
}
