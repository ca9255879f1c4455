package org.postroad.journey.camunda.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.postroad.journey.Journey;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.DefinitionChanges;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.journey.lifecycle.JourneyStates;
import org.postroad.journey.template.EntryRule;
import org.postroad.sql.RenewedCopy;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the deployed journeys and their versions from the engine. What the road needs for each event comes from a
 * {@link JourneySnapshot} in memory: one that is renewed at once after a change on this node, and within a second after one
 * on another.
 */
@Component
public class DeployedJourneys {

    private static final String REVISION = Sql.of(DeployedJourneys.class, "journeys-revision");
    private static final String WITH_ENROLMENTS = Sql.of(DeployedJourneys.class, "versions-with-enrolments");

    private final RepositoryService repository;
    private final EngineCommands engine;
    private final JourneyStates states;
    private final JdbcClient jdbc;
    private final RenewedCopy<JourneySnapshot> snapshot;

    DeployedJourneys(
            RepositoryService repository,
            EngineCommands engine,
            JourneyStates states,
            DefinitionChanges changes,
            JdbcClient jdbc) {
        this.repository = repository;
        this.engine = engine;
        this.states = states;
        this.jdbc = jdbc;
        this.snapshot = new RenewedCopy<>(
                changes::count,
                () -> engine.queryInNewTransaction(this::revision),
                () -> engine.queryInNewTransaction(this::read),
                System::nanoTime);
    }

    /** All journeys in their latest version, by key; paused and stopped ones are marked as suspended. No query. */
    public List<Journey> journeys() {
        return snapshot.get().journeys();
    }

    /** The running journeys that an event of this type begins. No query. */
    public List<Journey> enteredBy(String eventType) {
        return snapshot.get().enteredBy().getOrDefault(eventType, List.of());
    }

    /** The running journeys that customers enter by matching an audience. No query. */
    public List<Journey> audiences() {
        return snapshot.get().audiences();
    }

    /** Whether a step of any version with enrolments waits for events of this type. No query. */
    public boolean awaits(String eventType) {
        return snapshot.get().awaited().contains(eventType);
    }

    /**
     * The engine's id of a journey's latest version. No query.
     *
     * @throws IllegalStateException if the journey is not deployed
     */
    public String latestId(String journey) {
        return Optional.ofNullable(snapshot.get().latestIds().get(journey))
                .orElseThrow(() -> new IllegalStateException("Journey '" + journey + "' is not deployed any more."));
    }

    /** Reads the journeys again before they are next asked for: the engine has found them to be others. */
    public void distrust() {
        snapshot.expire();
    }

    private String revision() {
        return jdbc.sql(REVISION).query(String.class).single();
    }

    private JourneySnapshot read() {
        Set<String> notRunning = states.notRunning().keySet();
        List<ProcessDefinition> latest = repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list();
        Map<String, String> latestIds =
                latest.stream().collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
        return JourneySnapshot.of(
                latest.stream().map(one -> journey(one, notRunning)).toList(), latestIds, awaited(latestIds.values()));
    }

    private Set<String> awaited(Collection<String> latestIds) {
        Set<String> ids = new HashSet<>(latestIds);
        ids.addAll(jdbc.sql(WITH_ENROLMENTS).query(String.class).list());
        return ids.stream()
                .map(id -> (ProcessDefinitionEntity) repository.getProcessDefinition(id))
                .flatMap(definition -> AwaitedEvents.in(definition).stream())
                .collect(Collectors.toSet());
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
