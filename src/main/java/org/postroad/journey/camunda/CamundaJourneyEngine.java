package org.postroad.journey.camunda;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.postroad.event.Event;
import org.postroad.event.shard.Isolation;
import org.postroad.journey.AudienceMatches;
import org.postroad.journey.Enrolment;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.JourneyVersion;
import org.postroad.journey.camunda.correlation.EventCorrelation;
import org.postroad.journey.camunda.deployment.DeployedJourneys;
import org.postroad.journey.camunda.deployment.JourneySuspension;
import org.postroad.journey.camunda.expression.EntryConditions;
import org.postroad.journey.camunda.retry.RetriedWork;
import org.postroad.journey.camunda.retry.RetryJobs;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs journeys as processes of the embedded Camunda engine. */
@Component
class CamundaJourneyEngine implements JourneyEngine {

    private static final String INSTANCES = Sql.of(CamundaJourneyEngine.class, "instances-of-enrolments");
    private static final String WAITING_BY_STEPS = Sql.of(CamundaJourneyEngine.class, "waiting-by-steps");

    private final DeployedJourneys deployedJourneys;
    private final EntryConditions conditions;
    private final EngineCommands engine;
    private final EventCorrelation eventCorrelation;
    private final JourneySuspension journeySuspension;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final Isolation isolation;

    CamundaJourneyEngine(
            DeployedJourneys deployedJourneys,
            EntryConditions conditions,
            EngineCommands engine,
            EventCorrelation eventCorrelation,
            JourneySuspension journeySuspension,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient jdbc,
            Isolation isolation) {
        this.deployedJourneys = deployedJourneys;
        this.conditions = conditions;
        this.engine = engine;
        this.eventCorrelation = eventCorrelation;
        this.journeySuspension = journeySuspension;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
        this.isolation = isolation;
    }

    @Override
    public List<Journey> journeys() {
        return deployedJourneys.journeys();
    }

    @Override
    public List<Journey> enteredBy(String eventType) {
        return deployedJourneys.enteredBy(eventType);
    }

    @Override
    public List<Journey> audiences() {
        return deployedJourneys.audiences();
    }

    @Override
    public boolean admits(Journey journey, Event event) {
        return conditions.hold(journey, event);
    }

    @Override
    public List<String> faultsIn(String segment) {
        return conditions.faultsIn(segment);
    }

    @Override
    public Set<String> inSegment(Collection<String> customerIds, String segment) {
        return conditions.inSegment(customerIds, segment);
    }

    @Override
    public AudienceMatches matches(Collection<Journey> journeys, Collection<String> customerIds) {
        return conditions.match(journeys, customerIds);
    }

    @Override
    public void start(Collection<Enrolment> enrolments) {
        if (isolation.isActive()) {
            enrolments.forEach(this::startIsolated);
        } else {
            startAll(enrolments, session -> {});
        }
    }

    /** After a failure: an enrolment that cannot leave its start event stays there, and is left to a job. */
    private void startIsolated(Enrolment enrolment) {
        List<Enrolment> one = List.of(enrolment);
        isolation
                .attempt(() -> startAll(one, session -> {}))
                .ifPresent(failure -> startAll(one, session -> session.holdAtStart(failure)));
    }

    private void startAll(Collection<Enrolment> enrolments, Consumer<EnrolmentSession> preparation) {
        try {
            engine.executeHoldingShards(context -> {
                preparation.accept(EnrolmentSession.current());
                enrolments.forEach(this::startInstance);
            });
        } catch (SuspendedEntityInteractionException | NullValueException e) {
            deployedJourneys.distrust();
            throw new OptimisticLockingFailureException("Another node has just paused or removed the journey.", e);
        }
    }

    private void startInstance(Enrolment enrolment) {
        EnrolmentSession.current().expectStart(enrolment);
        runtime.createProcessInstanceById(deployedJourneys.latestId(enrolment.journey()))
                .businessKey(enrolment.customerId())
                .setVariable(EnrolmentSession.ENROLMENT_ID, enrolment.id().toString())
                .execute();
    }

    @Override
    public boolean awaits(String eventType) {
        return deployedJourneys.awaits(eventType);
    }

    @Override
    public void correlate(List<Event> events) {
        eventCorrelation.correlate(events);
    }

    @Override
    public void end(Collection<UUID> enrolmentIds, String reason) {
        List<String> instances = jdbc.sql(INSTANCES)
                .param("enrolments", SqlValues.texts(enrolmentIds, UUID::toString))
                .query(String.class)
                .list();
        if (isolation.isActive()) {
            instances.forEach(instance -> isolation
                    .attempt(() -> endAll(List.of(instance), reason))
                    .ifPresent(failure -> endLater(instance, reason, failure)));
        } else if (!instances.isEmpty()) {
            endAll(instances, reason);
        }
    }

    private void endAll(List<String> instances, String reason) {
        engine.executeHoldingShards(context -> {
            EnrolmentSession.current().setCancelReason(reason);
            instances.forEach(instance -> runtime.deleteProcessInstance(instance, reason));
        });
    }

    /** Nothing moves the instance until a job has ended it. */
    private void endLater(String instance, String reason, Throwable failure) {
        engine.executeHoldingShards(context -> runtime.suspendProcessInstanceById(instance));
        engine.executeHoldingShards(context -> RetryJobs.schedule(
                context.getExecutionManager().findExecutionById(instance), RetriedWork.Kind.END, reason, failure));
    }

    @Override
    public void retry(String job) {
        engine.executeInOneTransaction(() -> {
            if (management.createJobQuery().jobId(job).noRetriesLeft().count() > 0) {
                management.setJobRetries(job, 1);
            }
        });
    }

    @Override
    public List<JourneyVersion> versions(String journey) {
        return deployedJourneys.versions(journey).stream().map(this::version).toList();
    }

    private JourneyVersion version(ProcessDefinition definition) {
        Long people = jdbc.sql("select count(*) from act_ru_execution where proc_def_id_ = ? and parent_id_ is null")
                .param(definition.getId())
                .query(Long.class)
                .single();
        return new JourneyVersion(definition.getVersion(), deployedAt(definition), people);
    }

    private Instant deployedAt(ProcessDefinition definition) {
        return jdbc.sql("select deploy_time_ from act_re_deployment where id_ = ?")
                .param(definition.getDeploymentId())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Override
    public void pause(String journey) {
        journeySuspension.suspend(journey);
    }

    @Override
    public void resume(String journey) {
        journeySuspension.activate(journey);
    }

    @Override
    public Map<String, Long> waitingBySteps(String journey) {
        Map<String, Long> tokens = new HashMap<>();
        jdbc.sql(WAITING_BY_STEPS).param("journey", journey).query(row -> {
            tokens.put(row.getString("step"), row.getLong("tokens"));
        });
        return tokens;
    }

    @Override
    public Optional<String> bpmnXml(String journey) {
        return deployedJourneys.bpmnXml(journey);
    }
}
