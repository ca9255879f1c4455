package org.postroad.journey.camunda.check;

import org.postroad.journey.camunda.parse.Fault;
import org.postroad.journey.camunda.parse.FlowGraph;
import org.postroad.journey.camunda.parse.Part;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.parse.FlowGraph.Node;
import org.postroad.journey.camunda.check.LiveVersions.Step;

/**
 * People are on the road while it is rebuilt: a step of a version on which somebody walks keeps its id and its kind, or
 * is named in the process's setting {@code retired}, so that nobody loses one by a slip.
 */
final class LiveCheck {

    static final String RETIRED = "retired";

    private final LiveVersions versions;

    LiveCheck(LiveVersions versions) {
        this.versions = versions;
    }

    Stream<Fault> faultsIn(Element definitions) {
        FlowGraph graph = FlowGraph.of(definitions);
        return definitions.elements("process").stream()
                .filter(process -> "true".equals(process.attribute("isExecutable")))
                .map(process -> new Part(process, process))
                .flatMap(process -> faultsIn(process, graph));
    }

    private Stream<Fault> faultsIn(Part process, FlowGraph graph) {
        Set<String> retired = Arrays.stream(
                        process.settings().getOrDefault(RETIRED, "").split("[,\\s]+"))
                .collect(Collectors.toSet());
        return versions.stepsOf(process.stepId()).stream()
                .filter(step -> !retired.contains(step.id()))
                .flatMap(step -> graph.nodes()
                        .filter(node -> node.id().equals(step.id()))
                        .findFirst()
                        .map(node -> changed(step, node))
                        .orElseGet(() -> Stream.of(process.fault(lost(step)))));
    }

    private static String lost(Step step) {
        return "version " + step.version() + " (open walks: " + step.walks() + ") has the " + step.described()
                + ", and this one has not. Give it back its id; or, if it is to go, name it in the process's setting '"
                + RETIRED + "', and carry the people over afterwards.";
    }

    private static Stream<Fault> changed(Step step, Node node) {
        return step.kind().equals(LiveVersions.kindOf(node))
                ? Stream.empty()
                : Stream.of(node.fault("in version " + step.version() + " (open walks: " + step.walks()
                        + ") it is another kind of element: " + step.described()
                        + ". Give the new one an id of its own, and name the old one in the process's setting '"
                        + RETIRED
                        + "'."));
    }
}
