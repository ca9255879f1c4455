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

/** The flow nodes and sequence flows of a BPMN file as a graph. */
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
     * A flow node.
     *
     * @param parent the sub-process that it is in; null in the process itself
     */
    public record Node(BpmnElement bpmnElement, @Nullable Node parent) {

        public String id() {
            return bpmnElement.stepId();
        }

        public Element element() {
            return bpmnElement.element();
        }

        public boolean is(String tag) {
            return bpmnElement.is(tag);
        }

        /** Whether it is an event of that kind, for example {@code timer} or {@code message}. */
        public boolean isOn(String kind) {
            return !element().elements(kind + "EventDefinition").isEmpty();
        }

        public boolean isEventSubProcess() {
            return is("subProcess") && "true".equals(element().attribute("triggeredByEvent"));
        }

        public BpmnFault fault(String sentence) {
            return bpmnElement.fault(sentence);
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

    private void read(Element scope, @Nullable Node parent) {
        for (Element child : scope.elements()) {
            String id = child.attribute("id");
            if (id != null && NODES.contains(child.getTagName())) {
                Node node = new Node(new BpmnElement(child, child), parent);
                nodes.put(id, node);
                read(child, node);
            } else if (child.getTagName().equals("sequenceFlow")) {
                add(child);
            }
        }
    }

    private void add(Element flow) {
        Edge edge = new Edge(
                text(flow, "name"),
                text(flow, "sourceRef"),
                text(flow, "targetRef"),
                flow.element("conditionExpression") != null);
        outgoing.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
        incoming.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
    }

    private static String text(Element element, String attribute) {
        return Optional.ofNullable(element.attribute(attribute)).orElse("");
    }

    public Stream<Node> nodes() {
        return nodes.values().stream();
    }

    /** The sequence flows that leave a node. */
    public List<Edge> from(Node node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    private List<Edge> to(Node node) {
        return incoming.getOrDefault(node.id(), List.of());
    }

    /** The nodes that its flows lead to. */
    public Stream<Node> after(Node node) {
        return from(node).stream().map(Edge::to).flatMap(this::find);
    }

    /** The nodes whose flows lead to it. */
    public Stream<Node> before(Node node) {
        return to(node).stream().map(Edge::from).flatMap(this::find);
    }

    /** The boundary events of an activity. */
    public Stream<Node> boundariesOf(Node activity) {
        return nodes().filter(node -> activity.id().equals(node.element().attribute("attachedToRef")));
    }

    /** The nodes directly inside a sub-process, or inside the process if null. */
    public Stream<Node> inside(@Nullable Node parent) {
        return nodes().filter(node -> node.parent() == parent);
    }

    private Stream<Node> find(String id) {
        return Stream.ofNullable(nodes.get(id));
    }
}
