package org.postroad.journey.lifecycle;

import org.postroad.journey.JourneyEngine;
import org.postroad.journey.step.Chronicle;
import org.postroad.journey.WalkEnded;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.lifecycle.Endings.Ending;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the walks of journeys that were stopped, batch by batch. */
@Component
@Order(26)
class Endings implements ShardedQueue<Ending> {

    private static final String WAITING = Sql.of(Endings.class, "waiting-endings");

    private final JdbcClient jdbc;
    private final Shards shards;
    private final JourneyEngine engine;
    private final Chronicle chronicle;
    private final TransactionTemplate transaction;

    Endings(
            JdbcClient jdbc,
            Shards shards,
            JourneyEngine engine,
            Chronicle chronicle,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.engine = engine;
        this.chronicle = chronicle;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A walk that is to end. */
    record Ending(UUID enrolmentId, int shard, String customerId) {

        @Override
        public String toString() {
            return "The end of the walk " + enrolmentId + " of customer " + customerId;
        }
    }

    @Override
    public List<Ending> waiting(int[] among, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", among)
                .param("most", atMost)
                .query(Ending.class)
                .list();
    }

    @Override
    public int process(List<Ending> endings) {
        Integer acted = transaction.execute(status -> {
            Set<Integer> free = shards.tryLock(endings.stream().map(Ending::shard).toList());
            List<UUID> walks = endings.stream()
                    .filter(ending -> free.contains(ending.shard()))
                    .map(Ending::enrolmentId)
                    .toList();
            engine.end(walks, WalkEnded.STOPPED);
            end(walks);
            return walks.size();
        });
        return acted == null ? 0 : acted;
    }

    /** A walk that the engine does not know ends all the same. */
    private void end(List<UUID> walks) {
        chronicle.ended(walks.stream()
                .map(walk -> new WalkEnded(walk, WalkEnded.STOPPED))
                .toList());
    }

    @Override
    public void giveUp(Ending ending, String reason) {
        transaction.executeWithoutResult(status -> end(List.of(ending.enrolmentId())));
    }
}
