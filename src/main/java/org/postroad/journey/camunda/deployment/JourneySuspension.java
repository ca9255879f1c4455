package org.postroad.journey.camunda.deployment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.UpdateProcessDefinitionSuspensionStateBuilder;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suspends all that walks in a journey, and activates it again. */
@Component
public class JourneySuspension {

    private static final String CATCH_UP = Sql.of(JourneySuspension.class, "catch-up");
    private static final String HOLD_TIMERS = Sql.of(JourneySuspension.class, "hold-timers");

    /** How long timers that fell due leave the way to the events that came meanwhile. */
    private static final Duration WAY = Duration.ofSeconds(30);

    private final RepositoryService repository;
    private final EngineCommands engine;
    private final JdbcClient jdbc;
    private final Clock clock;

    JourneySuspension(RepositoryService repository, EngineCommands engine, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void suspend(String journey) {
        engine.withoutAuthentication(() -> {
            all(journey).suspend();
            return journey;
        });
    }

    public void activate(String journey) {
        Instant now = clock.instant();
        jdbc.sql(CATCH_UP).param("journey", journey).update();
        engine.withoutAuthentication(() -> {
            all(journey).activate();
            return journey;
        });
        jdbc.sql(HOLD_TIMERS)
                .param("journey", journey)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(WAY)))
                .update();
    }

    private UpdateProcessDefinitionSuspensionStateBuilder all(String journey) {
        return repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey(journey)
                .includeProcessInstances(true);
    }
}
