package org.postroad.report.diagram;

/** Draws shapes without their names. */
final class ShapePainter {

    private static final double CORNER = 10;

    private final SvgWriter svg;
    private final Glyphs glyphs;

    ShapePainter(SvgWriter svg) {
        this.svg = svg;
        this.glyphs = new Glyphs(svg);
    }

    void paint(DiagramShape shape) {
        if (shape.isEvent()) {
            event(shape);
        } else if (shape.isGateway()) {
            gateway(shape);
        } else if (shape.isTask()) {
            task(shape);
        } else if (shape.isFrame() || shape.isSwimlane()) {
            frame(shape);
        } else if (shape.isNote()) {
            note(shape.bounds());
        }
    }

    private void event(DiagramShape shape) {
        Bounds at = shape.bounds();
        boolean isEnd = shape.type().equals("endEvent");
        SvgStyle rim = shape.dashed() ? SvgStyle.SHAPE.dashed("5 4") : isEnd ? SvgStyle.SHAPE.bold() : SvgStyle.SHAPE;
        svg.circle(at.centreX(), at.centreY(), at.width() / 2, rim);
        if (!isEnd && !shape.type().equals("startEvent")) {
            svg.circle(at.centreX(), at.centreY(), at.width() / 2 - 3.5, rim);
        }
        boolean throwing = isEnd || shape.type().equals("intermediateThrowEvent");
        glyphs.ofEvent(shape.marker(), throwing, at.centreX(), at.centreY());
    }

    private void gateway(DiagramShape shape) {
        Bounds at = shape.bounds();
        String x = n(at.width() / 2);
        String y = n(at.height() / 2);
        svg.path(
                "M%s %s l%s %s l-%s %s l-%s -%s Z".formatted(n(at.centreX()), n(at.y()), x, y, x, y, x, y),
                SvgStyle.SHAPE);
        glyphs.ofGateway(shape.type(), at.centreX(), at.centreY());
    }

    private void task(DiagramShape shape) {
        Bounds at = shape.bounds();
        boolean callActivity = shape.type().equals("callActivity");
        svg.box(at, CORNER, callActivity ? SvgStyle.SHAPE.bold() : SvgStyle.SHAPE);
        glyphs.ofTask(shape.type(), at.x() + 16, at.y() + 15);
        if (shape.isFrame() || callActivity) {
            glyphs.collapsed(at.centreX(), at.bottom());
        }
    }

    private void frame(DiagramShape shape) {
        boolean eventSubProcess = shape.type().equals("eventSubProcess");
        SvgStyle style = eventSubProcess ? SvgStyle.FRAME.dashed("3 5") : SvgStyle.FRAME;
        svg.box(shape.bounds(), shape.isSwimlane() ? 0 : CORNER, style);
    }

    private void note(Bounds at) {
        svg.path("M%s %s h-14 v%s h14".formatted(n(at.x() + 14), n(at.y()), n(at.height())), SvgStyle.LINE);
    }

    private static String n(double number) {
        return SvgWriter.number(number);
    }
}
