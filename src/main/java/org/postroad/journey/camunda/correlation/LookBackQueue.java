package org.postroad.journey.camunda.correlation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroad.event.shard.ShardedItem;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.camunda.correlation.EventCorrelation.MissedWait;
import org.postroad.journey.camunda.correlation.LookBackQueue.PendingLookBack;
import org.postroad.journey.camunda.session.MissedEvents;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.WorkTopic;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Correlates events that came while an enrolment was on its way to the wait for them. An enrolment that comes to a wait
 * in a transaction of its own is stored; before its customer's next events are processed, this queue looks for what it
 * missed. See {@code adr/0009-look-back.md}.
 */
@Component
@Order(ShardedQueue.LOOK_BACKS)
class LookBackQueue implements ShardedQueue<PendingLookBack> {

    private static final String WAITING = Sql.of(LookBackQueue.class, "waiting-look-backs");
    private static final String MISSED = Sql.of(LookBackQueue.class, "missed-events");
    private static final String NOTE_LATER = Sql.of(LookBackQueue.class, "note-later-events");
    private static final String FORGET = Sql.of(LookBackQueue.class, "forget-look-backs");

    private final JdbcTemplate jdbc;
    private final EventCorrelation eventCorrelation;
    private final MissedEvents missed;
    private final String maxEventAge;

    LookBackQueue(JdbcTemplate jdbc, EventCorrelation eventCorrelation, MissedEvents missed, JourneySettings settings) {
        this.jdbc = jdbc;
        this.eventCorrelation = eventCorrelation;
        this.missed = missed;
        this.maxEventAge = settings.maxEventAge().toString();
    }

    /** An enrolment that has come to a wait, and the row that says so. */
    record PendingLookBack(int shard, long id, String instance) implements ShardedItem {
        @Override
        public String toString() {
            return "A look back (number " + id + ")";
        }
    }

    @Override
    public WorkTopic topic() {
        return WorkTopic.EVENTS;
    }

    @Override
    public List<PendingLookBack> waiting(int[] shards, int atMost) {
        return jdbc.query(
                WAITING,
                (row, number) -> new PendingLookBack(row.getInt("shard"), row.getLong("id"), row.getString("instance")),
                shards,
                atMost);
    }

    @Override
    public int process(List<PendingLookBack> lookBacks) {
        Map<String, Long> movedBy = eventCorrelation.catchUp(jdbc.query(
                MISSED,
                (row, number) -> new MissedWait(row.getLong("seq"), EventSubscriptions.wait(row)),
                shardsOf(lookBacks),
                idsOf(lookBacks),
                maxEventAge));
        if (!movedBy.isEmpty()) {
            noteLaterEvents(lookBacks, movedBy);
        }
        Map<String, Long> processedUpTo = new HashMap<>();
        lookBacks.forEach(lookBack -> processedUpTo.put(lookBack.instance(), Long.MAX_VALUE));
        processedUpTo.putAll(movedBy);
        missed.deleteUpTo(processedUpTo);
        forget(lookBacks);
        return lookBacks.size();
    }

    /** The next of them may be for the wait to which the first has moved the enrolment. */
    private void noteLaterEvents(List<PendingLookBack> lookBacks, Map<String, Long> movedBy) {
        jdbc.update(
                NOTE_LATER,
                shardsOf(lookBacks),
                idsOf(lookBacks),
                SqlValues.texts(movedBy.keySet()),
                movedBy.values().toArray(Long[]::new),
                maxEventAge,
                shardsOf(lookBacks),
                idsOf(lookBacks));
    }

    /** The enrolment goes on waiting; what it missed is lost to it. */
    @Override
    public void giveUp(PendingLookBack lookBack, String reason) {
        missed.deleteAllOf(List.of(lookBack.instance()));
        forget(List.of(lookBack));
    }

    private void forget(List<PendingLookBack> lookBacks) {
        jdbc.update(FORGET, shardsOf(lookBacks), idsOf(lookBacks));
    }

    private static Short[] shardsOf(List<PendingLookBack> lookBacks) {
        return lookBacks.stream().map(lookBack -> (short) lookBack.shard()).toArray(Short[]::new);
    }

    private static Long[] idsOf(List<PendingLookBack> lookBacks) {
        return lookBacks.stream().map(PendingLookBack::id).toArray(Long[]::new);
    }
}
