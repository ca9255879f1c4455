package org.postroad.journey.camunda.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.postroad.journey.Journey;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.journey.lifecycle.JourneyStates;
import org.postroad.journey.template.EntryRule;
import org.springframework.stereotype.Component;

/**
 * Reads the deployed journeys and their versions from the engine. Each call queries the database for the versions, so that
 * all nodes see what one node deploys at once; the parsed diagrams come from the engine's cache. Call it once per batch.
 */
@Component
public class DeployedJourneys {

    private final RepositoryService repository;
    private final EngineCommands engine;
    private final JourneyStates states;

    DeployedJourneys(RepositoryService repository, EngineCommands engine, JourneyStates states) {
        this.repository = repository;
        this.engine = engine;
        this.states = states;
    }

    /** All journeys in their latest version, by key; paused and stopped ones are marked as suspended. */
    public List<Journey> journeys() {
        Set<String> notRunning = states.notRunning().keySet();
        return engine.queryInOneTransaction(() ->
                repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionKey()
                        .asc()
                        .list()
                        .stream()
                        .map(latest -> journey(latest, notRunning))
                        .toList());
    }

    private Journey journey(ProcessDefinition latest, Set<String> notRunning) {
        ProcessDefinitionEntity parsed = (ProcessDefinitionEntity) repository.getProcessDefinition(latest.getId());
        return new Journey(
                latest.getKey(),
                Optional.ofNullable(latest.getName()).orElse(latest.getKey()),
                latest.getVersion(),
                property(parsed, BpmnParse.PROPERTYNAME_DOCUMENTATION, String.class)
                        .map(String::strip)
                        .orElse(""),
                property(parsed, StepSettings.PROPERTY, EntryRule.class),
                latest.isSuspended() || notRunning.contains(latest.getKey()));
    }

    private static <T> Optional<T> property(ProcessDefinitionEntity definition, String name, Class<T> type) {
        return Optional.ofNullable(definition.getProperty(name)).map(type::cast);
    }

    /**
     * The engine's id of a journey's latest version.
     *
     * @throws IllegalStateException if the journey is not deployed
     */
    public String latestId(String journey) {
        return latest(journey)
                .map(ProcessDefinition::getId)
                .orElseThrow(() -> new IllegalStateException("Journey '" + journey + "' is not deployed any more."));
    }

    private Optional<ProcessDefinition> latest(String journey) {
        return Optional.ofNullable(engine.withoutAuthentication(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(journey)
                .latestVersion()
                .singleResult()));
    }

    /** All versions, newest first; empty if there is no such journey. */
    public List<ProcessDefinition> versions(String journey) {
        return engine.withoutAuthentication(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(journey)
                .orderByProcessDefinitionVersion()
                .desc()
                .list());
    }

    /**
     * A version as the engine has parsed it.
     *
     * @throws NoSuchElementException if it is not deployed
     */
    public ProcessDefinitionEntity parsed(String journey, int version) {
        return versions(journey).stream()
                .filter(definition -> definition.getVersion() == version)
                .findFirst()
                .map(definition -> engine.withoutAuthentication(
                        () -> (ProcessDefinitionEntity) repository.getProcessDefinition(definition.getId())))
                .orElseThrow(
                        () -> new NoSuchElementException("Journey '" + journey + "' has no version " + version + "."));
    }

    /** The diagram of the latest version. */
    public Optional<String> bpmnXml(String journey) {
        return latest(journey).map(definition -> engine.withoutAuthentication(() -> xml(definition)));
    }

    private String xml(ProcessDefinition definition) {
        try (InputStream model = repository.getProcessModel(definition.getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
