package org.postroad.journey.lifecycle;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.lifecycle.StoppedEnrolmentQueue.StoppedEnrolment;
import org.postroad.journey.step.JourneyRecorder;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the walks of journeys that were stopped, batch by batch. */
@Component
@Order(26)
class StoppedEnrolmentQueue implements ShardedQueue<StoppedEnrolment> {

    private static final String WAITING = Sql.of(StoppedEnrolmentQueue.class, "waiting-endings");

    private final JdbcClient jdbc;
    private final Shards shards;
    private final JourneyEngine engine;
    private final JourneyRecorder journeyRecorder;
    private final TransactionTemplate transaction;

    StoppedEnrolmentQueue(
            JdbcClient jdbc,
            Shards shards,
            JourneyEngine engine,
            JourneyRecorder journeyRecorder,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.engine = engine;
        this.journeyRecorder = journeyRecorder;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A walk that is to end. */
    record StoppedEnrolment(UUID enrolmentId, int shard, String customerId) {

        @Override
        public String toString() {
            return "The end of the walk " + enrolmentId + " of customer " + customerId;
        }
    }

    @Override
    public List<StoppedEnrolment> waiting(int[] among, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", among)
                .param("most", atMost)
                .query(StoppedEnrolment.class)
                .list();
    }

    @Override
    public int process(List<StoppedEnrolment> endings) {
        Integer acted = transaction.execute(status -> {
            Set<Integer> free =
                    shards.tryLock(endings.stream().map(StoppedEnrolment::shard).toList());
            List<UUID> walks = endings.stream()
                    .filter(stoppedEnrolment -> free.contains(stoppedEnrolment.shard()))
                    .map(StoppedEnrolment::enrolmentId)
                    .toList();
            engine.end(walks, EnrolmentEnded.STOPPED);
            end(walks);
            return walks.size();
        });
        return acted == null ? 0 : acted;
    }

    /** A walk that the engine does not know ends all the same. */
    private void end(List<UUID> walks) {
        journeyRecorder.recordEnds(walks.stream()
                .map(walk -> new EnrolmentEnded(walk, EnrolmentEnded.STOPPED))
                .toList());
    }

    @Override
    public void giveUp(StoppedEnrolment stoppedEnrolment, String reason) {
        transaction.executeWithoutResult(status -> end(List.of(stoppedEnrolment.enrolmentId())));
    }
}
