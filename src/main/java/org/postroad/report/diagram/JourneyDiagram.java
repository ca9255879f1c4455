package org.postroad.report.diagram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws a journey's BPMN diagram as SVG, with the number of people at each step.
 *
 * <p>The result is one self-contained SVG element (colours and fonts included). A style sheet can restyle it by its
 * {@code dg-} classes.
 */
public final class JourneyDiagram {

    private static final double MARGIN = 24;

    private final DiagramLayout layout;

    private JourneyDiagram(DiagramLayout layout) {
        this.layout = layout;
    }

    /**
     * Reads the diagram of a BPMN document. A document with a DOCTYPE is refused.
     *
     * @throws DiagramUnreadable if this is no BPMN document, or one without a diagram
     */
    public static JourneyDiagram of(String bpmnXml) {
        return new JourneyDiagram(BpmnReader.read(bpmnXml));
    }

    /** The names of the steps by id, from left to right as drawn. */
    public Map<String, String> stepNames() {
        Map<String, String> names = new LinkedHashMap<>();
        layout.steps().forEach(step -> names.put(step.id(), step.displayName()));
        return names;
    }

    /**
     * Draws it.
     *
     * @param title what the picture shows, for those who cannot see it
     * @param traffic by step id; a missing step counts as zero
     */
    public String svg(String title, Map<String, StepTraffic> traffic) {
        SvgWriter svg = new SvgWriter();
        Bounds at = layout.extent().grown(MARGIN);
        svg.root(title, at, TextMetrics.FONT);
        paint(svg, traffic);
        return svg.close().toString();
    }

    /** From back to front: frames, edges, shapes, and names and numbers over each. */
    private void paint(SvgWriter svg, Map<String, StepTraffic> traffic) {
        ShapePainter shapes = new ShapePainter(svg);
        EdgePainter edges = new EdgePainter(svg);
        LabelPainter labels = new LabelPainter(svg);
        edges.arrowHead();
        layout.background().forEach(shapes::paint);
        layout.edges().forEach(edges::paint);
        layout.edges().forEach(labels::name);
        layout.background().forEach(each -> labels.name(each, StepTraffic.NONE));
        layout.foreground().forEach(shape -> {
            StepTraffic here = traffic.getOrDefault(shape.id(), StepTraffic.NONE);
            svg.open("g", "class", here.waiting() > 0 ? "dg-step dg-occupied" : "dg-step", "data-step", shape.id());
            svg.title(accessibleText(shape, here));
            shapes.paint(shape);
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
