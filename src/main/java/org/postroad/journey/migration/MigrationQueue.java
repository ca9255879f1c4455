package org.postroad.journey.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.migration.MigrationQueue.PendingMove;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries people from one version of a journey to another, batch by batch. No event acts on them meanwhile, since their
 * shard is held; who is just being moved by a timer is put off; if a timer comes in between all the same, the batch is
 * rolled back and tried again. What is done is noted in the same transaction.
 */
@Component
@Order(25)
class MigrationQueue implements ShardedQueue<PendingMove> {

    private static final String WAITING = Sql.of(MigrationQueue.class, "waiting-moves");
    private static final String STILL_TO_MOVE = Sql.of(MigrationQueue.class, "still-to-move");
    private static final String NOTE = Sql.of(MigrationQueue.class, "note-moves");
    private static final String PUT_OFF = Sql.of(MigrationQueue.class, "put-off-moves");
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** Each walk costs the engine several queries; a shard is held no longer than this many take. */
    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Shards shards;
    private final Migrations migrations;
    private final MigrationEngine engine;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MigrationQueue(
            JdbcClient jdbc,
            Shards shards,
            Migrations migrations,
            MigrationEngine engine,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.migrations = migrations;
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A walk whose turn it is. */
    record PendingMove(UUID migration, UUID enrolmentId, int shard, String customerId) {

        @Override
        public String toString() {
            return "The move of customer " + customerId + " in migration " + migration;
        }
    }

    @Override
    public List<PendingMove> waiting(int[] among, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", among)
                .param("most", Math.min(MOST_AT_ONCE, atMost))
                .param("now", now())
                .query(PendingMove.class)
                .list();
    }

    /** Those that were put off. */
    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select min(w.next_at) from migration m join migration_walk w on w.migration_id = m.id
                        where m.running and w.outcome is null and w.place <= m.up_to""")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    @Override
    public int process(List<PendingMove> moves) {
        Integer acted = transaction.execute(status -> {
            List<PendingMove> taken = take(moves);
            taken.stream()
                    .collect(Collectors.groupingBy(PendingMove::migration))
                    .forEach(this::carry);
            return taken.size();
        });
        return acted == null ? 0 : acted;
    }

    private List<PendingMove> take(List<PendingMove> moves) {
        Set<Integer> free =
                shards.tryLock(moves.stream().map(PendingMove::shard).toList());
        List<PendingMove> ours = moves.stream()
                .filter(pendingMove -> free.contains(pendingMove.shard()))
                .toList();
        return jdbc.sql(STILL_TO_MOVE)
                .param(
                        "migrations",
                        ids(ours.stream().map(PendingMove::migration).toList()))
                .param(
                        "enrolments",
                        ids(ours.stream().map(PendingMove::enrolmentId).toList()))
                .query(PendingMove.class)
                .list();
    }

    private void carry(UUID migration, List<PendingMove> moves) {
        MigrationInstructions migrationInstructions = migrations.instructionsOf(migration);
        List<UUID> walks = moves.stream().map(PendingMove::enrolmentId).toList();
        Map<UUID, MoveOutcome> outcomes = engine.migrate(migrationInstructions, walks);
        jdbc.sql(NOTE)
                .param("migration", migration)
                .param("enrolments", ids(outcomes.keySet()))
                .param("outcomes", outcomes.values().stream().map(Enum::name).toArray(String[]::new))
                .update();
        jdbc.sql(PUT_OFF)
                .param("migration", migration)
                .param("enrolments", ids(walks))
                .param("at", now().plus(A_MOMENT))
                .update();
    }

    /** The walk stays where it is. */
    @Override
    public void giveUp(PendingMove pendingMove, String reason) {
        jdbc.sql("update migration_walk set outcome = ?, reason = ? where migration_id = ? and enrolment_id = ?")
                .params(MoveOutcome.FAILED.name(), reason, pendingMove.migration(), pendingMove.enrolmentId())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
