package org.postroad.journey.camunda.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.postroad.journey.camunda.parse.FlowGraph;
import org.postroad.journey.camunda.parse.FlowGraph.Node;

/** Warns of what makes a diagram hard to read or to change. Nothing of it stops a deployment. */
final class StyleCheck {

    /** Ids that Modeler generates, such as {@code Activity_0x7f3qk}. */
    private static final Pattern GENERATED_ID =
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
                                .filter(node -> GENERATED_ID.matcher(node.id()).matches())
                                .map(StyleCheck::generatedId),
                        graph.nodes().flatMap(node -> namelessFlows(graph, node)))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private static Stream<BpmnFault> undocumented(Element definitions) {
        return definitions.elements("process").stream()
                .filter(process -> process.elements("documentation").isEmpty())
                .map(process -> new BpmnElement(process, process)
                        .fault("has no documentation; a paragraph says for whom it is and when it ends."));
    }

    /** Gateways may be nameless; {@link #namelessFlows} covers those that decide. */
    private static boolean isNameless(Node node) {
        String name = node.element().attribute("name");
        return (name == null || name.isBlank()) && !node.element().getTagName().endsWith("Gateway");
    }

    private static BpmnFault generatedId(Node node) {
        return node.fault(
                "its id was made up by Modeler; give it one that says what it is, since it stays once people walk here.");
    }

    private static Stream<BpmnFault> namelessFlows(FlowGraph graph, Node node) {
        boolean nameless =
                graph.from(node).stream().anyMatch(edge -> edge.name().isBlank());
        return node.is("exclusiveGateway") && graph.from(node).size() > 1 && nameless
                ? Stream.of(node.fault("some of its flows have no name; say what leads which way."))
                : Stream.empty();
    }
}
