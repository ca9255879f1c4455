package org.postroad.journey.camunda.correlation;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.camunda.correlation.EventCorrelation.MissedWait;
import org.postroad.journey.camunda.correlation.LookBackQueue.PendingLookBack;
import org.postroad.journey.camunda.session.MissedEvents;
import org.postroad.sql.Sql;
import org.postroad.time.WorkSignal;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets no event be lost that comes while a walk is on its way to the wait for it. A walk that comes to a wait in a
 * transaction of its own (a timer, a step that begins asynchronously, an operator) is noted; before its customer's next
 * events act, whoever holds the customer's shard looks for what it missed. Why so: {@code adr/0009-look-back.md}.
 */
@Component
@Order(10)
public class LookBackQueue implements ShardedQueue<PendingLookBack> {

    private static final String NOTE = Sql.of(LookBackQueue.class, "note-look-backs");
    private static final String WAITING = Sql.of(LookBackQueue.class, "waiting-look-backs");
    private static final String MISSED = Sql.of(LookBackQueue.class, "missed-events");
    private static final String FORGET = Sql.of(LookBackQueue.class, "forget-look-backs");

    private final JdbcTemplate jdbc;
    private final Shards shards;
    private final EventCorrelation eventCorrelation;
    private final MissedEvents missed;
    private final TransactionTemplate transaction;
    private final String freshFor;
    private final WorkSignal workSignal;

    LookBackQueue(
            JdbcTemplate jdbc,
            Shards shards,
            EventCorrelation eventCorrelation,
            MissedEvents missed,
            PlatformTransactionManager transactions,
            JourneySettings settings,
            WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.eventCorrelation = eventCorrelation;
        this.missed = missed;
        this.transaction = new TransactionTemplate(transactions);
        this.freshFor = settings.maxEventAge().toString();
        this.workSignal = workSignal;
    }

    /**
     * A walk that has come to a wait.
     *
     * @param since events that came later are heard; null for those that met it on the way
     * @param beganAt when the transaction began in which it came there
     */
    public record WaitArrival(
            String instance, String customerId, @Nullable Instant since, Instant beganAt) {}

    /** Where a look back waits. */
    record PendingLookBack(int shard, long id, String instance) {
        @Override
        public String toString() {
            return "A look back (number " + id + ")";
        }
    }

    /** Notes these in the caller's transaction. */
    public void note(Collection<WaitArrival> arrivals) {
        jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(NOTE);
            ArrayColumns<WaitArrival> arrayColumns = (type, value) ->
                    connection.createArrayOf(type, arrivals.stream().map(value).toArray());
            insert.setArray(1, arrayColumns.of("smallint", waitArrival -> (short) Shards.of(waitArrival.customerId())));
            insert.setArray(2, arrayColumns.of("text", WaitArrival::instance));
            insert.setArray(3, arrayColumns.of("text", WaitArrival::customerId));
            insert.setArray(4, arrayColumns.of("timestamptz", waitArrival -> sqlTime(waitArrival.since())));
            insert.setArray(5, arrayColumns.of("timestamptz", waitArrival -> sqlTime(waitArrival.beganAt())));
            return insert;
        });
        workSignal.signalAfterCommit();
    }

    private interface ArrayColumns<T> {
        Array of(String type, Function<T, @Nullable Object> value) throws SQLException;
    }

    private static @Nullable Object sqlTime(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    @Override
    public List<PendingLookBack> waiting(int[] among, int atMost) {
        return jdbc.query(
                WAITING,
                (row, number) -> new PendingLookBack(row.getInt("shard"), row.getLong("id"), row.getString("instance")),
                among,
                atMost);
    }

    @Override
    public int process(List<PendingLookBack> places) {
        Integer acted = transaction.execute(status -> {
            Set<Integer> free =
                    shards.tryLock(places.stream().map(PendingLookBack::shard).toList());
            return processLookBacks(places.stream()
                    .filter(pendingLookBack -> free.contains(pendingLookBack.shard()))
                    .toList());
        });
        return acted == null ? 0 : acted;
    }

    private int processLookBacks(List<PendingLookBack> places) {
        if (!places.isEmpty()) {
            Map<String, Long> heard = new HashMap<>();
            places.forEach(pendingLookBack -> heard.put(pendingLookBack.instance(), Long.MAX_VALUE));
            heard.putAll(eventCorrelation.catchUp(jdbc.query(
                    MISSED,
                    (row, number) -> new MissedWait(row.getLong("seq"), EventSubscriptions.wait(row)),
                    shardsOf(places),
                    idsOf(places),
                    freshFor)));
            missed.forget(heard);
            jdbc.update(FORGET, shardsOf(places), idsOf(places));
        }
        return places.size();
    }

    /** The walk stays where it waits. */
    @Override
    public void giveUp(PendingLookBack pendingLookBack, String reason) {
        missed.forgetAll(List.of(pendingLookBack.instance()));
        jdbc.update(FORGET, shardsOf(List.of(pendingLookBack)), idsOf(List.of(pendingLookBack)));
    }

    private static Short[] shardsOf(List<PendingLookBack> places) {
        return places.stream()
                .map(pendingLookBack -> (short) pendingLookBack.shard())
                .toArray(Short[]::new);
    }

    private static Long[] idsOf(List<PendingLookBack> places) {
        return places.stream().map(PendingLookBack::id).toArray(Long[]::new);
    }
}
