package org.postroad.report.diagram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A journey as its author drew it, with the people on it.
 *
 * <p>The result is one SVG element that stands alone (colours and fonts included) and that a style sheet can repaint by
 * its {@code dg-} classes. It needs no script and no browser.
 */
public final class JourneyDiagram {

    private static final double MARGIN = 24;

    private final DiagramLayout diagramLayout;

    private JourneyDiagram(DiagramLayout diagramLayout) {
        this.diagramLayout = diagramLayout;
    }

    /**
     * Reads the diagram of a BPMN document; any document type declaration is refused.
     *
     * @throws DiagramUnreadable if this is no BPMN document, or one without a diagram
     */
    public static JourneyDiagram of(String bpmnXml) {
        return new JourneyDiagram(BpmnReader.read(bpmnXml));
    }

    /** The names of the steps by id, from left to right as drawn. */
    public Map<String, String> stepNames() {
        Map<String, String> names = new LinkedHashMap<>();
        diagramLayout.steps().forEach(step -> names.put(step.id(), step.displayName()));
        return names;
    }

    /**
     * Draws it.
     *
     * @param title what the picture shows, for those who cannot see it
     * @param traffic by step; a step that is missing has seen nobody
     */
    public String svg(String title, Map<String, StepTraffic> traffic) {
        SvgWriter svg = new SvgWriter();
        Bounds at = diagramLayout.extent().grown(MARGIN);
        svg.root(title, at, TextMetrics.FONT);
        paint(svg, traffic);
        return svg.close().toString();
    }

    /** From back to front: frames, lines, shapes, then names and numbers, which nothing may cover. */
    private void paint(SvgWriter svg, Map<String, StepTraffic> traffic) {
        ShapePainter figures = new ShapePainter(svg);
        EdgePainter flows = new EdgePainter(svg);
        LabelPainter labels = new LabelPainter(svg);
        flows.arrowHead();
        diagramLayout.background().forEach(figures::paint);
        diagramLayout.flows().forEach(flows::paint);
        diagramLayout.flows().forEach(labels::name);
        diagramLayout.background().forEach(each -> labels.name(each, StepTraffic.NONE));
        diagramLayout.shapes().forEach(shape -> {
            StepTraffic here = traffic.getOrDefault(shape.id(), StepTraffic.NONE);
            svg.open("g", "class", here.waiting() > 0 ? "dg-step dg-occupied" : "dg-step", "data-step", shape.id());
            svg.title(accessibleText(shape, here));
            figures.paint(shape);
            labels.name(shape, here);
            labels.waiting(shape, here);
            svg.close();
        });
    }

    private static String accessibleText(DiagramShape shape, StepTraffic traffic) {
        return shape.displayName() + ": " + CountFormat.full(traffic.waiting()) + " waiting, "
                + CountFormat.full(traffic.passed()) + " came by";
    }
}
