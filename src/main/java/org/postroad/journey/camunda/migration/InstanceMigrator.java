package org.postroad.journey.camunda.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries tokens from one version of a process to another, many in one command. */
@Component
class InstanceMigrator {

    /** Who will be moved by a timer so soon is left to it: the two would only be in each other's way. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String STANDING = Sql.of(InstanceMigrator.class, "standing");

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

    /** Where a walk stands. */
    private record TokenPosition(UUID enrolmentId, String instance, List<String> steps, boolean onTheWay) {

        boolean exits(MigrationInstructions migrationInstructions) {
            return steps.stream().anyMatch(migrationInstructions::exitsAt);
        }
    }

    /** The route as the engine walks it; it is checked as a whole when it is built. */
    MigrationPlan plan(MigrationInstructions migrationInstructions) {
        return engine.withoutAuthentication(
                () -> new EnginePlanBuilder(deployedJourneys, migrationInstructions).plan(runtime));
    }

    Map<UUID, MoveOutcome> migrate(MigrationInstructions migrationInstructions, Collection<UUID> enrolmentIds) {
        Map<UUID, MoveOutcome> outcomes = new HashMap<>();
        enrolmentIds.forEach(id -> outcomes.put(id, MoveOutcome.LEFT));
        List<TokenPosition> moving = new ArrayList<>();
        List<UUID> exiting = new ArrayList<>();
        for (TokenPosition walk : standing(migrationInstructions, enrolmentIds)) {
            if (walk.onTheWay()) {
                outcomes.remove(walk.enrolmentId());
            } else if (walk.exits(migrationInstructions)) {
                exiting.add(walk.enrolmentId());
                outcomes.put(walk.enrolmentId(), MoveOutcome.EXITED);
            } else {
                moving.add(walk);
                outcomes.put(walk.enrolmentId(), MoveOutcome.MOVED);
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

    private List<TokenPosition> standing(MigrationInstructions migrationInstructions, Collection<UUID> enrolmentIds) {
        return jdbc.sql(STANDING)
                .param(
                        "definition",
                        deployedJourneys
                                .parsed(migrationInstructions.journey(), migrationInstructions.from())
                                .getId())
                .param("soon", Timestamp.from(clock.instant().plus(SOON)))
                .param("enrolments", enrolmentIds.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> standing(row))
                .list();
    }

    private static TokenPosition standing(ResultSet row) throws SQLException {
        return new TokenPosition(
                row.getObject("enrolment_id", UUID.class),
                row.getString("instance"),
                Arrays.asList((String[]) row.getArray("steps").getArray()),
                row.getBoolean("on_the_way"));
    }

    private void executePlan(MigrationInstructions migrationInstructions, List<TokenPosition> walks) {
        MigrationPlan plan = plan(migrationInstructions);
        List<String> anew = timersToRecalculate(migrationInstructions, walks);
        try {
            engine.executeHoldingShards(context -> {
                runtime.newMigration(plan)
                        .processInstanceIds(
                                walks.stream().map(TokenPosition::instance).toList())
                        .execute();
                anew.forEach(job -> timers.recalculate(context, job));
                walks.forEach(walk -> recordStep(migrationInstructions, walk));
            });
        } catch (MigratingProcessInstanceValidationException e) {
            throw new EnrolmentMigrationException(String.join(" ", MigrationValidationMessages.of(e)), e);
        }
    }

    private List<String> timersToRecalculate(MigrationInstructions migrationInstructions, List<TokenPosition> walks) {
        if (migrationInstructions.recalculated().isEmpty()) {
            return List.of();
        }
        return timers.of(walks.stream().map(TokenPosition::enrolmentId).toList()).stream()
                .filter(timer -> migrationInstructions.recalculated().contains(timer.step()))
                .map(RunningTimers.RunningTimer::job)
                .toList();
    }

    /** Who stands at a step of another name now has come there, as far as the step log goes. */
    private static void recordStep(MigrationInstructions migrationInstructions, TokenPosition walk) {
        walk.steps().stream()
                .filter(step -> !migrationInstructions.targetOf(step).equals(step))
                .map(step -> new StepPassed(
                        walk.enrolmentId(), migrationInstructions.journey(), migrationInstructions.targetOf(step)))
                .forEach(EnrolmentSession.current()::recordStep);
    }
}
