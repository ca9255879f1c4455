package org.postroad.journey.camunda.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.postroad.journey.camunda.parse.FlowGraph;
import org.postroad.journey.camunda.parse.FlowGraph.Edge;
import org.postroad.journey.camunda.parse.FlowGraph.Node;
import org.postroad.journey.template.Split;

/** Checks the flow graph of a journey: no token may get stuck, loop without a wait, or wait for ever. */
final class ControlFlowCheck {

    private static final Set<String> WAITS =
            Set.of("intermediateCatchEvent", "receiveTask", "userTask", "eventBasedGateway");

    private final FlowGraph graph;

    ControlFlowCheck(FlowGraph graph) {
        this.graph = graph;
    }

    Stream<BpmnFault> faults() {
        return Stream.of(deadEnds(), unreachableNodes(), gatewaysWithoutDefault(), unboundedWaits(), loopsWithoutWait())
                .flatMap(faults -> faults);
    }

    private Stream<BpmnFault> deadEnds() {
        return graph.nodes()
                .filter(node -> graph.from(node).isEmpty())
                .filter(node -> !node.is("endEvent") && !node.isEventSubProcess())
                .map(node -> node.fault(
                        "no flow leaves it, so that the walk ends here unnoticed; draw one to an end event."));
    }

    /** Nodes that no path from a start event reaches; of connected ones the first only. */
    private Stream<BpmnFault> unreachableNodes() {
        Set<Node> reached = reached();
        return graph.nodes()
                .filter(node -> !reached.contains(node))
                .filter(node -> graph.before(node).allMatch(reached::contains))
                .map(node -> node.fault("nobody can come here; draw a flow to it, or take it away."));
    }

    private Set<Node> reached() {
        Set<Node> reached = new HashSet<>();
        Deque<Node> open = graph.nodes()
                .filter(node -> node.is("startEvent") || node.isEventSubProcess())
                .collect(Collectors.toCollection(ArrayDeque::new));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (reached.add(node)) {
                graph.after(node).forEach(open::push);
                graph.boundariesOf(node).forEach(open::push);
            }
        }
        return reached;
    }

    /** If no condition holds, the engine raises an incident. */
    private Stream<BpmnFault> gatewaysWithoutDefault() {
        return graph.nodes()
                .filter(node -> node.is("exclusiveGateway") || node.is("inclusiveGateway"))
                .filter(node -> !Split.isConfiguredIn(node.bpmnElement().settings()))
                .filter(node -> graph.from(node).size() > 1)
                .filter(node -> node.element().attribute("default") == null
                        && graph.from(node).stream().allMatch(Edge::conditional))
                .map(
                        node -> node.fault(
                                "all of its flows have a condition, and if none holds the walk is stuck; make one the default flow."));
    }

    /** Waits for events without a timer beside them: a customer without such an event would wait for ever. */
    private Stream<BpmnFault> unboundedWaits() {
        return graph.nodes()
                .filter(ControlFlowCheck::waitsForEvent)
                .filter(node -> !hasTimeLimit(node) && !isForever(node))
                .map(
                        node -> node.fault(
                                "waits for ever for those to whom this never happens; put a timer beside it, on an event gateway or on its edge. If that is meant, set 'forever' to true."));
    }

    private static boolean isForever(Node node) {
        return "true".equals(node.bpmnElement().settings().get("forever"));
    }

    private static boolean waitsForEvent(Node node) {
        return node.is("receiveTask")
                || node.is("intermediateCatchEvent")
                        && Stream.of("message", "signal", "conditional").anyMatch(node::isOn);
    }

    private boolean hasTimeLimit(Node node) {
        boolean byGateway = graph.before(node)
                .filter(before -> before.is("eventBasedGateway"))
                .anyMatch(gateway -> graph.after(gateway).anyMatch(other -> other.isOn("timer")));
        Node parent = node.parent();
        return byGateway
                || hasBoundaryTimer(node)
                || hasTimerSubProcess(node)
                || parent != null && hasTimeLimit(parent);
    }

    private boolean hasBoundaryTimer(Node activity) {
        return graph.boundariesOf(activity)
                .anyMatch(edge ->
                        edge.isOn("timer") && !"false".equals(edge.element().attribute("cancelActivity")));
    }

    /** Whether an event sub-process beside it starts with an interrupting timer. */
    private boolean hasTimerSubProcess(Node node) {
        return graph.inside(node.parent())
                .filter(Node::isEventSubProcess)
                .flatMap(graph::inside)
                .anyMatch(start -> start.is("startEvent")
                        && start.isOn("timer")
                        && !"false".equals(start.element().attribute("isInterrupting")));
    }

    /** A token in such a loop would never stop. */
    private Stream<BpmnFault> loopsWithoutWait() {
        List<BpmnFault> faults = new ArrayList<>();
        Set<Node> done = new HashSet<>();
        graph.nodes().filter(node -> !waits(node)).forEach(node -> search(node, new ArrayList<>(), done, faults));
        return faults.stream();
    }

    private void search(Node node, List<Node> path, Set<Node> done, List<BpmnFault> faults) {
        int since = path.indexOf(node);
        if (since >= 0) {
            faults.add(node.fault("one comes round without ever waiting: "
                    + path.subList(since, path.size()).stream().map(Node::id).collect(Collectors.joining(" → "))
                    + " → " + node.id() + "; put a wait into the loop."));
        } else if (!done.contains(node)) {
            path.add(node);
            graph.after(node).filter(next -> !waits(next)).forEach(next -> search(next, path, done, faults));
            path.remove(path.size() - 1);
            done.add(node);
        }
    }

    private boolean waits(Node node) {
        return WAITS.contains(node.element().getTagName())
                || node.is("subProcess") && graph.inside(node).anyMatch(this::waits);
    }
}
