package org.postroad.journey.lifecycle;

import java.util.List;
import java.util.UUID;
import org.postroad.event.shard.ShardedItem;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.lifecycle.StoppedEnrolmentQueue.StoppedEnrolment;
import org.postroad.journey.step.JourneyRecorder;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the enrolments of journeys that were stopped, batch by batch. */
@Component
@Order(ShardedQueue.STOPPED_ENROLMENTS)
class StoppedEnrolmentQueue implements ShardedQueue<StoppedEnrolment> {

    private static final String WAITING = Sql.of(StoppedEnrolmentQueue.class, "waiting-stopped-enrolments");

    private final JdbcClient jdbc;
    private final JourneyEngine engine;
    private final JourneyRecorder journeyRecorder;

    StoppedEnrolmentQueue(JdbcClient jdbc, JourneyEngine engine, JourneyRecorder journeyRecorder) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.journeyRecorder = journeyRecorder;
    }

    /** An enrolment to end. */
    record StoppedEnrolment(UUID enrolmentId, int shard, String customerId) implements ShardedItem {

        @Override
        public String toString() {
            return "The end of enrolment " + enrolmentId;
        }
    }

    @Override
    public List<StoppedEnrolment> waiting(int[] shards, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", shards)
                .param("most", atMost)
                .query(StoppedEnrolment.class)
                .list();
    }

    @Override
    public int process(List<StoppedEnrolment> stopped) {
        List<UUID> ids = stopped.stream().map(StoppedEnrolment::enrolmentId).toList();
        engine.end(ids, EnrolmentEnded.STOPPED);
        journeyRecorder.recordEnds(ids, EnrolmentEnded.STOPPED); // also where the engine has no process instance
        return ids.size();
    }

    /** Records the end without the engine. */
    @Override
    public void giveUp(StoppedEnrolment stopped, String reason) {
        journeyRecorder.recordEnds(List.of(stopped.enrolmentId()), EnrolmentEnded.STOPPED);
    }
}
