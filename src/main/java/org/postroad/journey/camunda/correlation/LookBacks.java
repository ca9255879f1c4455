package org.postroad.journey.camunda.correlation;

import org.postroad.journey.camunda.session.MissedEvents;
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
import org.postroad.journey.camunda.correlation.Correlation.Missed;
import org.postroad.journey.camunda.correlation.LookBacks.Place;
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
public class LookBacks implements ShardedQueue<Place> {

    private static final String NOTE = Sql.of(LookBacks.class, "note-look-backs");
    private static final String WAITING = Sql.of(LookBacks.class, "waiting-look-backs");
    private static final String MISSED = Sql.of(LookBacks.class, "missed-events");
    private static final String FORGET = Sql.of(LookBacks.class, "forget-look-backs");

    private final JdbcTemplate jdbc;
    private final Shards shards;
    private final Correlation correlation;
    private final MissedEvents missed;
    private final TransactionTemplate transaction;
    private final String freshFor;
    private final WorkSignal workSignal;

    LookBacks(
            JdbcTemplate jdbc,
            Shards shards,
            Correlation correlation,
            MissedEvents missed,
            PlatformTransactionManager transactions,
            JourneySettings settings,
            WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.correlation = correlation;
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
    public record Arrival(
            String instance, String customerId, @Nullable Instant since, Instant beganAt) {}

    /** Where a look back waits. */
    record Place(int shard, long id, String instance) {
        @Override
        public String toString() {
            return "A look back (number " + id + ")";
        }
    }

    /** Notes these in the caller's transaction. */
    public void note(Collection<Arrival> arrivals) {
        jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(NOTE);
            Columns<Arrival> columns = (type, value) ->
                    connection.createArrayOf(type, arrivals.stream().map(value).toArray());
            insert.setArray(1, columns.of("smallint", arrival -> (short) Shards.of(arrival.customerId())));
            insert.setArray(2, columns.of("text", Arrival::instance));
            insert.setArray(3, columns.of("text", Arrival::customerId));
            insert.setArray(4, columns.of("timestamptz", arrival -> sqlTime(arrival.since())));
            insert.setArray(5, columns.of("timestamptz", arrival -> sqlTime(arrival.beganAt())));
            return insert;
        });
        workSignal.signalAfterCommit();
    }

    private interface Columns<T> {
        Array of(String type, Function<T, @Nullable Object> value) throws SQLException;
    }

    private static @Nullable Object sqlTime(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    @Override
    public List<Place> waiting(int[] among, int atMost) {
        return jdbc.query(
                WAITING,
                (row, number) -> new Place(row.getInt("shard"), row.getLong("id"), row.getString("instance")),
                among,
                atMost);
    }

    @Override
    public int process(List<Place> places) {
        Integer acted = transaction.execute(status -> {
            Set<Integer> free = shards.tryLock(places.stream().map(Place::shard).toList());
            return lookBack(places.stream()
                    .filter(place -> free.contains(place.shard()))
                    .toList());
        });
        return acted == null ? 0 : acted;
    }

    private int lookBack(List<Place> places) {
        if (!places.isEmpty()) {
            Map<String, Long> heard = new HashMap<>();
            places.forEach(place -> heard.put(place.instance(), Long.MAX_VALUE));
            heard.putAll(correlation.catchUp(jdbc.query(
                    MISSED,
                    (row, number) -> new Missed(row.getLong("seq"), Waiting.wait(row)),
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
    public void giveUp(Place place, String reason) {
        missed.forgetAll(List.of(place.instance()));
        jdbc.update(FORGET, shardsOf(List.of(place)), idsOf(List.of(place)));
    }

    private static Short[] shardsOf(List<Place> places) {
        return places.stream().map(place -> (short) place.shard()).toArray(Short[]::new);
    }

    private static Long[] idsOf(List<Place> places) {
        return places.stream().map(Place::id).toArray(Long[]::new);
    }
}
