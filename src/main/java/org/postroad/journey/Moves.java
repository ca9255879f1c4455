package org.postroad.journey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.event.ShardQueue;
import org.postroad.event.Shards;
import org.postroad.journey.Moves.Move;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries people from one version of a journey to another, batch by batch. No event acts on them meanwhile, since their
 * shard is held; if a timer does, the batch is rolled back and tried again. What is done is noted in the same transaction.
 */
@Component
@Order(25)
class Moves implements ShardQueue<Move> {

    private static final String WAITING = Sql.of(Moves.class, "waiting-moves");
    private static final String STILL_TO_MOVE = Sql.of(Moves.class, "still-to-move");
    private static final String NOTE = Sql.of(Moves.class, "note-moves");

    /** Each walk costs the engine several queries; a shard is held no longer than this many take. */
    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Shards shards;
    private final Migrations migrations;
    private final LiveChange engine;
    private final TransactionTemplate transaction;

    Moves(
            JdbcClient jdbc,
            Shards shards,
            Migrations migrations,
            LiveChange engine,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.migrations = migrations;
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A walk whose turn it is. */
    record Move(UUID migration, UUID enrolmentId, int shard, String customerId) {

        @Override
        public String toString() {
            return "The move of customer " + customerId + " in migration " + migration;
        }
    }

    @Override
    public List<Move> waiting(int[] among, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", among)
                .param("most", Math.min(MOST_AT_ONCE, atMost))
                .query(Move.class)
                .list();
    }

    @Override
    public int act(List<Move> moves) {
        Integer acted = transaction.execute(status -> {
            List<Move> taken = take(moves);
            taken.stream().collect(Collectors.groupingBy(Move::migration)).forEach(this::carry);
            return taken.size();
        });
        return acted == null ? 0 : acted;
    }

    private List<Move> take(List<Move> moves) {
        Set<Integer> free = shards.take(moves.stream().map(Move::shard).toList());
        List<Move> ours =
                moves.stream().filter(move -> free.contains(move.shard())).toList();
        return jdbc.sql(STILL_TO_MOVE)
                .param("migrations", ids(ours.stream().map(Move::migration).toList()))
                .param("enrolments", ids(ours.stream().map(Move::enrolmentId).toList()))
                .query(Move.class)
                .list();
    }

    private void carry(UUID migration, List<Move> moves) {
        Route route = migrations.route(migration);
        Map<UUID, MoveOutcome> outcomes =
                engine.move(route, moves.stream().map(Move::enrolmentId).toList());
        jdbc.sql(NOTE)
                .param("migration", migration)
                .param("enrolments", ids(outcomes.keySet()))
                .param("outcomes", outcomes.values().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    /** The walk stays where it is. */
    @Override
    public void setAside(Move move, String reason) {
        jdbc.sql("update migration_walk set outcome = ?, reason = ? where migration_id = ? and enrolment_id = ?")
                .params(MoveOutcome.FAILED.name(), reason, move.migration(), move.enrolmentId())
                .update();
    }

    private static String[] ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
