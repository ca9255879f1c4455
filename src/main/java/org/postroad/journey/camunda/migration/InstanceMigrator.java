package org.postroad.journey.camunda.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.camunda.deployment.DeployedJourneys;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.migration.EnrolmentMigrationException;
import org.postroad.journey.migration.MigrationInstructions;
import org.postroad.journey.migration.MoveOutcome;
import org.postroad.journey.step.StepPassed;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Migrates process instances from one version to another, many in one command. */
@Component
class InstanceMigrator {

    /** An instance with a job due within this time is left to the job, since the two would conflict. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String TOKEN_POSITIONS = Sql.of(InstanceMigrator.class, "token-positions");

    private final DeployedJourneys deployedJourneys;
    private final EngineCommands engine;
    private final JourneyEngine journeys;
    private final RunningTimers timers;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Clock clock;

    InstanceMigrator(
            DeployedJourneys deployedJourneys,
            EngineCommands engine,
            JourneyEngine journeys,
            RunningTimers timers,
            RuntimeService runtime,
            JdbcClient jdbc,
            Clock clock) {
        this.deployedJourneys = deployedJourneys;
        this.engine = engine;
        this.journeys = journeys;
        this.timers = timers;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where the tokens of one enrolment are. */
    private record TokenPosition(UUID enrolmentId, String instance, List<String> steps, boolean onTheWay) {

        boolean exits(MigrationInstructions migrationInstructions) {
            return steps.stream().anyMatch(migrationInstructions::exitsAt);
        }
    }

    /** The engine's plan. The engine validates it as a whole when it is built. */
    MigrationPlan plan(MigrationInstructions migrationInstructions) {
        return engine.withoutAuthentication(
                () -> new EnginePlanBuilder(deployedJourneys, migrationInstructions).plan(runtime));
    }

    /** The outcome of each enrolment; one that the engine is about to move is absent, and can be tried again. */
    Map<UUID, MoveOutcome> migrate(MigrationInstructions migrationInstructions, Collection<UUID> enrolmentIds) {
        Map<UUID, MoveOutcome> outcomes = new HashMap<>();
        enrolmentIds.forEach(id -> outcomes.put(id, MoveOutcome.LEFT));
        List<TokenPosition> moving = new ArrayList<>();
        List<UUID> exiting = new ArrayList<>();
        for (TokenPosition position : positions(migrationInstructions, enrolmentIds)) {
            if (position.onTheWay()) {
                outcomes.remove(position.enrolmentId());
            } else if (position.exits(migrationInstructions)) {
                exiting.add(position.enrolmentId());
                outcomes.put(position.enrolmentId(), MoveOutcome.EXITED);
            } else {
                moving.add(position);
                outcomes.put(position.enrolmentId(), MoveOutcome.MOVED);
            }
        }
        if (!exiting.isEmpty()) {
            journeys.end(exiting, EnrolmentEnded.EXITED_BY_MIGRATION);
        }
        if (!moving.isEmpty()) {
            executePlan(migrationInstructions, moving);
        }
        return outcomes;
    }

    private List<TokenPosition> positions(MigrationInstructions migrationInstructions, Collection<UUID> enrolmentIds) {
        return jdbc.sql(TOKEN_POSITIONS)
                .param(
                        "definition",
                        deployedJourneys
                                .parsed(migrationInstructions.journey(), migrationInstructions.from())
                                .getId())
                .param("soon", Timestamp.from(clock.instant().plus(SOON)))
                .param("enrolments", SqlValues.texts(enrolmentIds, UUID::toString))
                .query((row, n) -> position(row))
                .list();
    }

    private static TokenPosition position(ResultSet row) throws SQLException {
        return new TokenPosition(
                row.getObject("enrolment_id", UUID.class),
                row.getString("instance"),
                SqlValues.texts(row, "steps"),
                row.getBoolean("on_the_way"));
    }

    private void executePlan(MigrationInstructions migrationInstructions, List<TokenPosition> positions) {
        MigrationPlan plan = plan(migrationInstructions);
        List<String> recalculated = timersToRecalculate(migrationInstructions, positions);
        try {
            engine.executeHoldingShards(context -> {
                runtime.newMigration(plan)
                        .processInstanceIds(
                                positions.stream().map(TokenPosition::instance).toList())
                        .execute();
                recalculated.forEach(job -> timers.recalculate(context, job));
                positions.forEach(position -> recordStep(migrationInstructions, position));
            });
        } catch (MigratingProcessInstanceValidationException e) {
            throw new EnrolmentMigrationException(String.join(" ", MigrationValidationMessages.of(e)), e);
        }
    }

    private List<String> timersToRecalculate(
            MigrationInstructions migrationInstructions, List<TokenPosition> positions) {
        if (migrationInstructions.recalculated().isEmpty()) {
            return List.of();
        }
        return timers.of(positions.stream().map(TokenPosition::enrolmentId).toList()).stream()
                .filter(timer -> migrationInstructions.recalculated().contains(timer.step()))
                .map(RunningTimers.RunningTimer::job)
                .toList();
    }

    /** In the step log, an enrolment that was moved to a step of another id has passed that step. */
    private static void recordStep(MigrationInstructions migrationInstructions, TokenPosition position) {
        position.steps().stream()
                .filter(step -> !migrationInstructions.targetOf(step).equals(step))
                .map(step -> new StepPassed(
                        position.enrolmentId(), migrationInstructions.journey(), migrationInstructions.targetOf(step)))
                .forEach(EnrolmentSession.current()::recordStep);
    }
}
