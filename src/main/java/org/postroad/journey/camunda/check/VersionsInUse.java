package org.postroad.journey.camunda.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.postroad.journey.camunda.parse.FlowGraph.Node;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of journeys that have open enrolments. */
@Component
class VersionsInUse {

    private static final String VERSIONS_IN_USE = Sql.of(VersionsInUse.class, "versions-in-use");

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final EngineCommands engine;

    VersionsInUse(JdbcClient jdbc, RepositoryService repository, EngineCommands engine) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * A step of such a version.
     *
     * @param kind the BPMN element; for an event with what triggers it, such as {@code timer boundaryEvent}
     * @param enrolments how many are open in that version
     */
    record StepInUse(String id, String kind, int version, long enrolments) {

        String described() {
            return kind + " '" + id + "'";
        }
    }

    /** The steps of all versions in use, each once, as the latest of these versions has it. */
    List<StepInUse> stepsOf(String journey) {
        Map<String, StepInUse> steps = new LinkedHashMap<>();
        enrolmentsByDefinition(journey)
                .forEach((definition, enrolments) -> stepsOf(definition, enrolments)
                        .forEach(stepInUse -> steps.putIfAbsent(stepInUse.id(), stepInUse)));
        return List.copyOf(steps.values());
    }

    /** By definition id, latest version first. */
    private Map<String, Long> enrolmentsByDefinition(String journey) {
        Map<String, Long> enrolments = new LinkedHashMap<>();
        jdbc.sql(VERSIONS_IN_USE).param("journey", journey).query(row -> {
            enrolments.put(row.getString("definition"), row.getLong("enrolments"));
        });
        return enrolments;
    }

    private Stream<StepInUse> stepsOf(String definition, long enrolments) {
        return engine.withoutAuthentication(() -> {
            ProcessDefinition version = repository.getProcessDefinition(definition);
            return repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).stream()
                    .map(node -> new StepInUse(node.getId(), kindOf(node), version.getVersion(), enrolments));
        });
    }

    private static String kindOf(FlowNode node) {
        return kind(
                node.getElementType().getTypeName(),
                definitions(node).map(definition -> definition.getElementType().getTypeName()));
    }

    private static Stream<EventDefinition> definitions(FlowNode node) {
        if (node instanceof CatchEvent event) {
            return event.getEventDefinitions().stream();
        }
        return node instanceof ThrowEvent event ? event.getEventDefinitions().stream() : Stream.empty();
    }

    static String kindOf(Node node) {
        return kind(
                node.element().getTagName(),
                node.element().elements().stream()
                        .map(child -> child.getTagName())
                        .filter(tag -> tag.endsWith("EventDefinition")));
    }

    private static String kind(String tag, Stream<String> definitions) {
        return definitions
                .map(definition -> definition.replace("EventDefinition", " "))
                .reduce("", String::concat)
                .concat(tag);
    }
}
