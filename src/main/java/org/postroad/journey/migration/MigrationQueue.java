package org.postroad.journey.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.event.shard.ShardedItem;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.journey.migration.MigrationQueue.PendingMove;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Migrates enrolments from one version of a journey to another, batch by batch. No event acts on them meanwhile, since
 * their shards are locked. An enrolment that a timer is just moving is postponed. If a timer comes in between all the same,
 * the batch is rolled back and tried again. Outcomes are recorded in the same transaction.
 */
@Component
@Order(ShardedQueue.MIGRATIONS)
class MigrationQueue implements ShardedQueue<PendingMove> {

    private static final String WAITING = Sql.of(MigrationQueue.class, "waiting-moves");
    private static final String STILL_WAITING = Sql.of(MigrationQueue.class, "moves-still-waiting");
    private static final String RECORD = Sql.of(MigrationQueue.class, "record-outcomes");
    private static final String POSTPONE = Sql.of(MigrationQueue.class, "postpone-moves");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** Each enrolment costs the engine several queries, and the shard stays locked so long. */
    private static final int MAX_BATCH = 100;

    private final JdbcClient jdbc;
    private final Migrations migrations;
    private final MigrationEngine engine;
    private final Clock clock;

    MigrationQueue(JdbcClient jdbc, Migrations migrations, MigrationEngine engine, Clock clock) {
        this.jdbc = jdbc;
        this.migrations = migrations;
        this.engine = engine;
        this.clock = clock;
    }

    /** An enrolment to migrate. */
    record PendingMove(UUID migration, UUID enrolmentId, int shard, String customerId) implements ShardedItem {

        @Override
        public String toString() {
            return "The migration of enrolment " + enrolmentId;
        }
    }

    @Override
    public List<PendingMove> waiting(int[] shards, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", shards)
                .param("most", Math.min(MAX_BATCH, atMost))
                .param("now", SqlValues.timestamp(clock.instant()))
                .query(PendingMove.class)
                .list();
    }

    /** When the first enrolment that was postponed is tried again. */
    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select min(w.next_at) as next_at from migration m join migration_walk w on w.migration_id = m.id
                        where m.running and w.outcome is null and w.place <= m.up_to""")
                .query((row, number) -> SqlValues.instantIfAny(row, "next_at"))
                .single();
    }

    @Override
    public int process(List<PendingMove> moves) {
        List<PendingMove> waiting = stillWaiting(moves);
        waiting.stream().collect(Collectors.groupingBy(PendingMove::migration)).forEach(this::migrate);
        return waiting.size();
    }

    private List<PendingMove> stillWaiting(List<PendingMove> moves) {
        return jdbc.sql(STILL_WAITING)
                .param(
                        "migrations",
                        SqlValues.texts(moves, move -> move.migration().toString()))
                .param(
                        "enrolments",
                        SqlValues.texts(moves, move -> move.enrolmentId().toString()))
                .query(PendingMove.class)
                .list();
    }

    private void migrate(UUID migration, List<PendingMove> moves) {
        List<UUID> enrolments = moves.stream().map(PendingMove::enrolmentId).toList();
        Map<UUID, MoveOutcome> outcomes = engine.migrate(migrations.instructionsOf(migration), enrolments);
        jdbc.sql(RECORD)
                .param("migration", migration)
                .param("enrolments", SqlValues.texts(outcomes.keySet(), UUID::toString))
                .param("outcomes", SqlValues.texts(outcomes.values(), Enum::name))
                .update();
        jdbc.sql(POSTPONE)
                .param("migration", migration)
                .param("enrolments", SqlValues.texts(enrolments, UUID::toString))
                .param("at", SqlValues.timestamp(clock.instant().plus(RETRY_AFTER)))
                .update();
    }

    /** The enrolment stays in its version. */
    @Override
    public void giveUp(PendingMove move, String reason) {
        jdbc.sql("update migration_walk set outcome = ?, reason = ? where migration_id = ? and enrolment_id = ?")
                .params(MoveOutcome.FAILED.name(), reason, move.migration(), move.enrolmentId())
                .update();
    }
}
