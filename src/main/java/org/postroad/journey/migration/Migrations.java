package org.postroad.journey.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.migration.MigrationEngine.EnrolmentRef;
import org.postroad.sql.Sql;
import org.postroad.time.WorkSignal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The changes of live journeys, and who of the people in them is still to be carried along. */
@Repository
public class Migrations {

    private static final String MIGRATIONS = Sql.of(Migrations.class, "migrations");
    private static final String ENLIST = Sql.of(Migrations.class, "enlist-walks");
    private static final TypeReference<Map<String, String>> STEPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final WorkSignal workSignal;

    Migrations(JdbcClient jdbc, ObjectMapper json, Clock clock, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.workSignal = workSignal;
    }

    /** The latest twenty, newest first, without their failures. */
    public List<Migration> of(String journey) {
        return find(journey, null);
    }

    /** With the first thousand of its failures. */
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

    /** Carries these walks along from now on, in the background, of a share of them. */
    @Transactional(timeout = 300) // seconds; a row for each walk, of which there may be millions
    public UUID begin(MigrationInstructions migrationInstructions, List<EnrolmentRef> walks, BigDecimal share) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into migration
                          (id, journey, from_version, to_version, steps, recalculated, share, running, requested_at)
                        values (:id, :journey, :from, :to, :steps::jsonb, :recalculated, :share, true, :at)""")
                .param("id", id)
                .param("journey", migrationInstructions.journey())
                .param("from", migrationInstructions.from())
                .param("to", migrationInstructions.to())
                .param("steps", written(migrationInstructions.steps()))
                .param(
                        "recalculated",
                        migrationInstructions.recalculated().stream().sorted().toArray(String[]::new))
                .param("share", share)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(ENLIST)
                .param("migration", id)
                .param(
                        "enrolments",
                        walks.stream()
                                .map(enrolmentRef -> enrolmentRef.enrolmentId().toString())
                                .toArray(String[]::new))
                .param("customers", walks.stream().map(EnrolmentRef::customerId).toArray(String[]::new))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        extendShare(id, share);
        return id;
    }

    /** Moves that share of the people in all, and goes on if it was stopped; a smaller share than before moves nobody back. */
    @Transactional
    public void extendShare(UUID id, BigDecimal share) {
        jdbc.sql("""
                        update migration set share = :share, running = true,
                          up_to = (select ceil(:share * count(*)) from migration_walk where migration_id = :id)
                        where id = :id""").param("id", id).param("share", share).update();
        workSignal.signalAfterCommit();
    }

    /** Stops it, or lets it go on. */
    public void setRunning(UUID id, boolean running) {
        jdbc.sql("update migration set running = ? where id = ?")
                .params(running, id)
                .update();
        workSignal.signal();
    }

    /** The way that its people go. */
    MigrationInstructions instructionsOf(UUID id) {
        return jdbc.sql("select * from migration where id = ?")
                .param(id)
                .query((row, number) -> new MigrationInstructions(
                        row.getString("journey"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        steps(row),
                        Set.of(recalculated(row))))
                .single();
    }

    private Migration migration(ResultSet row) throws SQLException {
        return new Migration(
                row.getObject("id", UUID.class),
                row.getString("journey"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                steps(row),
                List.of(recalculated(row)),
                row.getBigDecimal("share"),
                row.getBoolean("running"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getLong("people"),
                row.getLong("moved"),
                row.getLong("exited"),
                row.getLong("gone"),
                row.getLong("failed"),
                row.getLong("waiting"),
                row.getLong("later"),
                List.of());
    }

    private static String[] recalculated(ResultSet row) throws SQLException {
        return (String[]) row.getArray("recalculated").getArray();
    }

    private Map<String, String> steps(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString("steps"), STEPS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The steps of a migration cannot be read.", e);
        }
    }

    private String written(Map<String, String> steps) {
        try {
            return json.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The steps of a migration cannot be written.", e);
        }
    }
}
