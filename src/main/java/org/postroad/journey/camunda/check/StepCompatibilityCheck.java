package org.postroad.journey.camunda.check;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.check.VersionsInUse.StepInUse;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.postroad.journey.camunda.parse.FlowGraph;
import org.postroad.journey.camunda.parse.FlowGraph.Node;

/**
 * Protects open enrolments of earlier versions: a step of a version in use keeps its id and its kind, or is named in the
 * process's setting {@code retired}, so that none is lost by mistake.
 */
final class StepCompatibilityCheck {

    static final String RETIRED = "retired";

    private final VersionsInUse versions;

    StepCompatibilityCheck(VersionsInUse versions) {
        this.versions = versions;
    }

    Stream<BpmnFault> faultsIn(Element definitions) {
        FlowGraph graph = FlowGraph.of(definitions);
        return definitions.elements("process").stream()
                .filter(process -> "true".equals(process.attribute("isExecutable")))
                .map(process -> new BpmnElement(process, process))
                .flatMap(process -> faultsIn(process, graph));
    }

    private Stream<BpmnFault> faultsIn(BpmnElement process, FlowGraph graph) {
        Set<String> retired = Arrays.stream(
                        process.settings().getOrDefault(RETIRED, "").split("[,\\s]+"))
                .collect(Collectors.toSet());
        return versions.stepsOf(process.stepId()).stream()
                .filter(stepInUse -> !retired.contains(stepInUse.id()))
                .flatMap(stepInUse -> graph.nodes()
                        .filter(node -> node.id().equals(stepInUse.id()))
                        .findFirst()
                        .map(node -> changed(stepInUse, node))
                        .orElseGet(() -> Stream.of(process.fault(missing(stepInUse)))));
    }

    private static String missing(StepInUse stepInUse) {
        return "version " + stepInUse.version() + " (open walks: " + stepInUse.enrolments() + ") has the "
                + stepInUse.described()
                + ", and this one has not. Give it back its id; or, if it is to go, name it in the process's setting '"
                + RETIRED + "', and carry the people over afterwards.";
    }

    private static Stream<BpmnFault> changed(StepInUse stepInUse, Node node) {
        return stepInUse.kind().equals(VersionsInUse.kindOf(node))
                ? Stream.empty()
                : Stream.of(node.fault("in version " + stepInUse.version() + " (open walks: " + stepInUse.enrolments()
                        + ") it is another kind of element: " + stepInUse.described()
                        + ". Give the new one an id of its own, and name the old one in the process's setting '"
                        + RETIRED
                        + "'."));
    }
}
