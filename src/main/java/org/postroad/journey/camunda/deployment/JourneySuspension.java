package org.postroad.journey.camunda.deployment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.UpdateProcessDefinitionSuspensionStateBuilder;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.sql.Sql;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suspends all versions and instances of a journey, and activates them again. */
@Component
public class JourneySuspension {

    private static final String INSERT_LOOK_BACKS = Sql.of(JourneySuspension.class, "insert-look-backs");
    private static final String FORGET_PAST = Sql.of(JourneySuspension.class, "forget-past-events");
    private static final String HOLD_DUE_TIMERS = Sql.of(JourneySuspension.class, "hold-due-timers");

    /** How long overdue timers wait for the events that came during the pause. */
    private static final Duration TIMERS_HELD = Duration.ofSeconds(30);

    private final RepositoryService repository;
    private final EngineCommands engine;
    private final JdbcClient jdbc;
    private final WorkSignal workSignal;
    private final Clock clock;

    JourneySuspension(
            RepositoryService repository, EngineCommands engine, JdbcClient jdbc, WorkSignal workSignal, Clock clock) {
        this.workSignal = workSignal;
        this.repository = repository;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** No timer of the journey fires, no token moves, and events are stored as missed until {@link #activate}. */
    public void suspend(String journey) {
        engine.withoutAuthentication(() -> {
            all(journey).suspend();
            return journey;
        });
        jdbc.sql(FORGET_PAST).param("journey", journey).update();
    }

    /** Tokens move again: first by the events that were missed during the pause, then by overdue timers. */
    public void activate(String journey) {
        Instant now = clock.instant();
        jdbc.sql(INSERT_LOOK_BACKS).param("journey", journey).update();
        engine.withoutAuthentication(() -> {
            all(journey).activate();
            return journey;
        });
        jdbc.sql(HOLD_DUE_TIMERS)
                .param("journey", journey)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(TIMERS_HELD)))
                .update();
        workSignal.signalAfterCommit(WorkTopic.ENGINE_JOBS);
    }

    private UpdateProcessDefinitionSuspensionStateBuilder all(String journey) {
        return repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey(journey)
                .includeProcessInstances(true);
    }
}
