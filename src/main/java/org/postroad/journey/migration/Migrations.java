package org.postroad.journey.migration;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.migration.MigrationEngine.EnrolmentRef;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.Ids;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The migrations, and the enrolments that each still has to migrate. */
@Repository
public class Migrations {

    private static final String MIGRATIONS = Sql.of(Migrations.class, "migrations");
    private static final String ENLIST = Sql.of(Migrations.class, "enlist-enrolments");
    private static final TypeReference<Map<String, String>> STEPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonColumns json;
    private final Clock clock;
    private final WorkSignal workSignal;
    private final Ids ids;

    Migrations(JdbcClient jdbc, JsonColumns json, Clock clock, WorkSignal workSignal, Ids ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.workSignal = workSignal;
        this.ids = ids;
    }

    /** The latest twenty of a journey, newest first, without their failures. */
    public List<Migration> of(String journey) {
        return find(journey, null);
    }

    /** A migration with its first thousand failures. */
    public Optional<Migration> find(UUID id) {
        return find(null, id).stream().findFirst().map(found -> found.with(failures(id)));
    }

    private List<Migration> find(@Nullable String journey, @Nullable UUID id) {
        return jdbc.sql(MIGRATIONS)
                .param("journey", journey)
                .param("id", id)
                .query((row, number) -> migration(row))
                .list();
    }

    private List<Migration.Failure> failures(UUID id) {
        return jdbc.sql("""
                        select customer_id, reason from migration_walk where migration_id = ? and outcome = 'FAILED'
                        order by place limit 1000""")
                .param(id)
                .query((row, number) -> new Migration.Failure(row.getString("customer_id"), row.getString("reason")))
                .list();
    }

    /**
     * Begins to migrate a share of these enrolments, in the background.
     *
     * @param share in (0, 1]
     * @return the migration's id
     */
    @Transactional(timeout = 300) // seconds; a row for each enrolment, of which there may be millions
    public UUID begin(MigrationInstructions instructions, List<EnrolmentRef> enrolments, BigDecimal share) {
        UUID id = ids.next();
        jdbc.sql("""
                        insert into migration
                          (id, journey, from_version, to_version, steps, recalculated, share, running, requested_at)
                        values (:id, :journey, :from, :to, :steps::jsonb, :recalculated, :share, true, :at)""")
                .param("id", id)
                .param("journey", instructions.journey())
                .param("from", instructions.from())
                .param("to", instructions.to())
                .param("steps", json.write(instructions.steps()))
                .param(
                        "recalculated",
                        instructions.recalculated().stream().sorted().toArray(String[]::new))
                .param("share", share)
                .param("at", SqlValues.timestamp(clock.instant()))
                .update();
        jdbc.sql(ENLIST)
                .param("migration", id)
                .param(
                        "enrolments",
                        SqlValues.texts(enrolments, one -> one.enrolmentId().toString()))
                .param("customers", SqlValues.texts(enrolments, EnrolmentRef::customerId))
                .param("at", SqlValues.timestamp(clock.instant()))
                .update();
        extendShare(id, share);
        return id;
    }

    /** Sets the share to migrate in all, and resumes. A smaller share than before moves nobody back. */
    @Transactional
    public void extendShare(UUID id, BigDecimal share) {
        jdbc.sql("""
                        update migration set share = :share, running = true,
                          up_to = (select ceil(:share * count(*)) from migration_walk where migration_id = :id)
                        where id = :id""").param("id", id).param("share", share).update();
        workSignal.signalAfterCommit(WorkTopic.CUSTOMER_WORK);
    }

    /** Stops or resumes a migration. */
    public void setRunning(UUID id, boolean running) {
        jdbc.sql("update migration set running = ? where id = ?")
                .params(running, id)
                .update();
        workSignal.signal(WorkTopic.CUSTOMER_WORK);
    }

    MigrationInstructions instructionsOf(UUID id) {
        return jdbc.sql("select * from migration where id = ?")
                .param(id)
                .query((row, number) -> new MigrationInstructions(
                        row.getString("journey"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        steps(row),
                        Set.copyOf(SqlValues.texts(row, "recalculated"))))
                .single();
    }

    private Migration migration(ResultSet row) throws SQLException {
        return new Migration(
                row.getObject("id", UUID.class),
                row.getString("journey"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                steps(row),
                SqlValues.texts(row, "recalculated"),
                row.getBigDecimal("share"),
                row.getBoolean("running"),
                SqlValues.instant(row, "requested_at"),
                row.getLong("people"),
                row.getLong("moved"),
                row.getLong("exited"),
                row.getLong("gone"),
                row.getLong("failed"),
                row.getLong("waiting"),
                row.getLong("later"),
                List.of());
    }

    private Map<String, String> steps(ResultSet row) throws SQLException {
        return json.read(row.getString("steps"), STEPS);
    }
}
