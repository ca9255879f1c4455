package org.postroad.journey.camunda.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Where one can go from each element of a journey's file, as drawn. */
public final class FlowGraph {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "sendTask",
            "receiveTask",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "manualTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "complexGateway");

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Edge>> outgoing = new HashMap<>();
    private final Map<String, List<Edge>> incoming = new HashMap<>();

    /**
     * An element that a token can come to.
     *
     * @param frame the sub-process that it is in; null in the process itself
     */
    public record Node(BpmnElement part, @Nullable Node frame) {

        public String id() {
            return part.stepId();
        }

        public Element element() {
            return part.element();
        }

        public boolean is(String tag) {
            return part.is(tag);
        }

        /** Whether it is an event of that kind: {@code timer}, {@code message} … */
        public boolean isOn(String kind) {
            return !element().elements(kind + "EventDefinition").isEmpty();
        }

        public boolean isEventSubProcess() {
            return is("subProcess") && "true".equals(element().attribute("triggeredByEvent"));
        }

        public BpmnFault fault(String sentence) {
            return part.fault(sentence);
        }
    }

    /** A sequence flow. */
    public record Edge(String name, String from, String to, boolean conditional) {}

    private FlowGraph() {}

    /** The graph of all executable processes of a file. */
    public static FlowGraph of(Element definitions) {
        FlowGraph graph = new FlowGraph();
        definitions.elements("process").stream()
                .filter(process -> "true".equals(process.attribute("isExecutable")))
                .forEach(process -> graph.read(process, null));
        return graph;
    }

    private void read(Element scope, @Nullable Node frame) {
        for (Element child : scope.elements()) {
            String id = child.attribute("id");
            if (id != null && NODES.contains(child.getTagName())) {
                Node node = new Node(new BpmnElement(child, child), frame);
                nodes.put(id, node);
                read(child, node);
            } else if (child.getTagName().equals("sequenceFlow")) {
                add(child);
            }
        }
    }

    private void add(Element drawn) {
        Edge edge = new Edge(
                text(drawn, "name"),
                text(drawn, "sourceRef"),
                text(drawn, "targetRef"),
                drawn.element("conditionExpression") != null);
        outgoing.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
        incoming.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
    }

    private static String text(Element element, String attribute) {
        return Optional.ofNullable(element.attribute(attribute)).orElse("");
    }

    public Stream<Node> nodes() {
        return nodes.values().stream();
    }

    public List<Edge> from(Node node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    List<Edge> to(Node node) {
        return incoming.getOrDefault(node.id(), List.of());
    }

    public Stream<Node> after(Node node) {
        return from(node).stream().map(Edge::to).flatMap(this::find);
    }

    public Stream<Node> before(Node node) {
        return to(node).stream().map(Edge::from).flatMap(this::find);
    }

    /** What is attached to the edge of an activity. */
    public Stream<Node> boundariesOf(Node activity) {
        return nodes().filter(node -> activity.id().equals(node.element().attribute("attachedToRef")));
    }

    public Stream<Node> inside(@Nullable Node frame) {
        return nodes().filter(node -> node.frame() == frame);
    }

    private Stream<Node> find(String id) {
        return Stream.ofNullable(nodes.get(id));
    }
}
