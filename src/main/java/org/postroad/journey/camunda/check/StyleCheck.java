package org.postroad.journey.camunda.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.postroad.journey.camunda.parse.FlowGraph;
import org.postroad.journey.camunda.parse.FlowGraph.Node;

/** What makes a diagram hard to read or to change later. Nothing of it keeps a journey from being deployed. */
final class StyleCheck {

    /** As Modeler makes them up: {@code Activity_0x7f3qk}. */
    private static final Pattern MADE_UP =
            Pattern.compile("(Activity|Event|Gateway|Flow|StartEvent|EndEvent|Task|Process)_[0-9a-z]{4,}");

    private StyleCheck() {}

    static List<BpmnFault> warningsIn(Element definitions) {
        FlowGraph graph = FlowGraph.of(definitions);
        return Stream.of(
                        undocumented(definitions),
                        graph.nodes()
                                .filter(StyleCheck::isNameless)
                                .map(node -> node.fault("has no name; say what happens here.")),
                        graph.nodes()
                                .filter(node -> MADE_UP.matcher(node.id()).matches())
                                .map(StyleCheck::madeUp),
                        graph.nodes().flatMap(node -> namelessWays(graph, node)))
                .flatMap(remarks -> remarks)
                .toList();
    }

    private static Stream<BpmnFault> undocumented(Element definitions) {
        return definitions.elements("process").stream()
                .filter(process -> process.elements("documentation").isEmpty())
                .map(process -> new BpmnElement(process, process)
                        .fault("has no documentation; a paragraph says for whom it is and when it ends."));
    }

    /** Gateways where nothing is decided need no words. */
    private static boolean isNameless(Node node) {
        String name = node.element().attribute("name");
        return (name == null || name.isBlank()) && !node.element().getTagName().endsWith("Gateway");
    }

    private static BpmnFault madeUp(Node node) {
        return node.fault(
                "its id was made up by Modeler; give it one that says what it is, since it stays once people walk here.");
    }

    private static Stream<BpmnFault> namelessWays(FlowGraph graph, Node node) {
        boolean nameless =
                graph.from(node).stream().anyMatch(edge -> edge.name().isBlank());
        return node.is("exclusiveGateway") && graph.from(node).size() > 1 && nameless
                ? Stream.of(node.fault("some of its flows have no name; say what leads which way."))
                : Stream.empty();
    }
}
