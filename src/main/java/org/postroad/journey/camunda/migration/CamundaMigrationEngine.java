package org.postroad.journey.camunda.migration;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.postroad.journey.camunda.deployment.DeployedJourneys;
import org.postroad.journey.migration.MigrationEngine;
import org.postroad.journey.migration.MigrationInstructions;
import org.postroad.journey.migration.MoveOutcome;
import org.postroad.journey.migration.WaitState;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Migrates enrolments with the migration API of the engine. */
@Component
class CamundaMigrationEngine implements MigrationEngine {

    private static final String ENROLMENTS = Sql.of(CamundaMigrationEngine.class, "enrolments-in-version");
    private static final String TOKENS_BY_STEP = Sql.of(CamundaMigrationEngine.class, "tokens-by-step");
    private static final String SAMPLE = Sql.of(CamundaMigrationEngine.class, "sample");
    private static final String TIMERS = Sql.of(CamundaMigrationEngine.class, "timers-by-step");
    private static final int SAMPLED_AT_EACH_END = 10;

    private final DeployedJourneys deployedJourneys;
    private final InstanceMigrator instanceMigrator;
    private final RunningTimers timers;
    private final JdbcClient jdbc;

    CamundaMigrationEngine(
            DeployedJourneys deployedJourneys,
            InstanceMigrator instanceMigrator,
            RunningTimers timers,
            JdbcClient jdbc) {
        this.deployedJourneys = deployedJourneys;
        this.instanceMigrator = instanceMigrator;
        this.timers = timers;
        this.jdbc = jdbc;
    }

    @Override
    public List<WaitState> waitStates(String journey, int version) {
        Map<String, Long> people = new HashMap<>();
        in(TOKENS_BY_STEP, journey, version).query(row -> {
            people.put(row.getString("step"), row.getLong("people"));
        });
        return WaitStates.of(deployedJourneys.parsed(journey, version), people);
    }

    @Override
    public List<String> objections(MigrationInstructions migrationInstructions) {
        try {
            instanceMigrator.plan(migrationInstructions);
            return List.of();
        } catch (MigrationPlanValidationException e) {
            return MigrationValidationMessages.of(e);
        }
    }

    @Override
    public List<EnrolmentRef> enrolments(String journey, int version) {
        return in(ENROLMENTS, journey, version)
                .query((row, n) ->
                        new EnrolmentRef(row.getObject("enrolment_id", UUID.class), row.getString("customer_id")))
                .list();
    }

    @Override
    public List<TimerSpan> timers(String journey, int version) {
        return in(TIMERS, journey, version)
                .query((row, n) -> new TimerSpan(
                        row.getString("step"),
                        row.getLong("people"),
                        row.getTimestamp("earliest").toInstant(),
                        row.getTimestamp("latest").toInstant()))
                .list();
    }

    @Override
    public List<UUID> sample(String journey, int version) {
        return in(SAMPLE, journey, version)
                .param("most", SAMPLED_AT_EACH_END)
                .query(UUID.class)
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, String journey, int version) {
        return jdbc.sql(sql)
                .param("definition", deployedJourneys.parsed(journey, version).getId());
    }

    @Override
    public List<EnrolmentTimer> timersOf(Collection<UUID> enrolmentIds) {
        return timers.of(enrolmentIds).stream()
                .map(timer -> new EnrolmentTimer(timer.enrolmentId(), timer.step(), timer.due()))
                .toList();
    }

    @Override
    public Map<UUID, MoveOutcome> migrate(MigrationInstructions migrationInstructions, Collection<UUID> enrolmentIds) {
        return instanceMigrator.migrate(migrationInstructions, enrolmentIds);
    }
}
