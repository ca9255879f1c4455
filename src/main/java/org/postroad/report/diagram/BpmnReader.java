package org.postroad.report.diagram;

import static org.postroad.report.diagram.BpmnXml.BPMN_DI;
import static org.postroad.report.diagram.BpmnXml.DI;
import static org.postroad.report.diagram.BpmnXml.MODEL;
import static org.postroad.report.diagram.BpmnXml.bounds;
import static org.postroad.report.diagram.BpmnXml.children;
import static org.postroad.report.diagram.BpmnXml.elements;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads the diagram interchange (BPMN 2.0.2, chapter 12) of a BPMN document; unknown elements are left out. */
final class BpmnReader {

    private static final Set<String> LINES = Set.of("sequenceFlow", "messageFlow", "association");
    private static final String DEFINITION = "EventDefinition";

    private final Map<String, Element> modelById = new HashMap<>();
    private final Document document;

    private BpmnReader(Document document) {
        this.document = document;
        elements(document.getElementsByTagNameNS(MODEL, "*"))
                .filter(each -> each.hasAttribute("id"))
                .forEach(each -> modelById.put(each.getAttribute("id"), each));
    }

    /** @throws DiagramUnreadable if this is no BPMN document, or one without a diagram */
    static DiagramLayout read(String xml) {
        return new BpmnReader(BpmnXml.parse(xml)).layout();
    }

    private DiagramLayout layout() {
        List<DiagramShape> shapes =
                drawn("BPMNShape").flatMap(shape -> shape(shape).stream()).toList();
        List<DiagramEdge> edges =
                drawn("BPMNEdge").flatMap(edge -> edge(edge).stream()).toList();
        if (shapes.isEmpty()) {
            throw new DiagramUnreadable("The BPMN document has no diagram: open and save it in a modeler once.");
        }
        return new DiagramLayout(shapes, edges);
    }

    /** From the first diagram only: further ones show the inside of collapsed sub-processes. */
    private Stream<Element> drawn(String kind) {
        return elements(document.getElementsByTagNameNS(BPMN_DI, "BPMNDiagram"))
                .limit(1)
                .flatMap(diagram -> elements(diagram.getElementsByTagNameNS(BPMN_DI, kind)));
    }

    private Optional<DiagramShape> shape(Element shape) {
        return modelOf(shape).flatMap(model -> bounds(shape).map(bounds -> shape(shape, model, bounds)));
    }

    private static DiagramShape shape(Element shape, Element model, Bounds bounds) {
        return new DiagramShape(
                model.getAttribute("id"),
                typeOf(model),
                nameOf(model),
                markerOf(model),
                bounds,
                labelOf(shape),
                attributeIs(model, "isInterrupting", "false") || attributeIs(model, "cancelActivity", "false"),
                !attributeIs(shape, "isExpanded", "true"));
    }

    private Optional<DiagramEdge> edge(Element edge) {
        List<Point> waypoints =
                children(edge, DI, "waypoint").map(BpmnXml::point).toList();
        return modelOf(edge)
                .filter(model -> LINES.contains(model.getLocalName()) && waypoints.size() > 1)
                .map(model -> new DiagramEdge(
                        model.getAttribute("id"),
                        model.getLocalName(),
                        nameOf(model),
                        waypoints,
                        labelOf(edge),
                        isDefault(model)));
    }

    private Optional<Element> modelOf(Element drawn) {
        return Optional.ofNullable(modelById.get(drawn.getAttribute("bpmnElement")));
    }

    private boolean isDefault(Element flow) {
        Element source = modelById.get(flow.getAttribute("sourceRef"));
        return source != null && attributeIs(source, "default", flow.getAttribute("id"));
    }

    private static String typeOf(Element model) {
        return attributeIs(model, "triggeredByEvent", "true") ? "eventSubProcess" : model.getLocalName();
    }

    private static String nameOf(Element model) {
        return children(model, MODEL, "text")
                .findFirst()
                .map(Element::getTextContent)
                .orElse(model.getAttribute("name"))
                .strip();
    }

    private static String markerOf(Element model) {
        return children(model, MODEL)
                .map(Element::getLocalName)
                .filter(name -> name.endsWith(DEFINITION))
                .map(name -> name.substring(0, name.length() - DEFINITION.length()))
                .findFirst()
                .orElse("");
    }

    private static Optional<Bounds> labelOf(Element drawn) {
        return children(drawn, BPMN_DI, "BPMNLabel").findFirst().flatMap(BpmnXml::bounds);
    }

    private static boolean attributeIs(Element element, String attribute, String value) {
        return value.equals(element.getAttribute(attribute));
    }
}
