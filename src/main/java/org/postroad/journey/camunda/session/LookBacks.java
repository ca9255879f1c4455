package org.postroad.journey.camunda.session;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroad.event.shard.Shards;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The enrolments that came to a wait in a transaction of their own (a timer, a step that begins asynchronously, an
 * operator) and may have missed an event on the way. {@code LookBackQueue} processes them.
 */
@Repository
class LookBacks {

    private static final String INSERT = Sql.of(LookBacks.class, "insert-look-backs");

    private final JdbcTemplate jdbc;
    private final WorkSignal workSignal;

    LookBacks(JdbcTemplate jdbc, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.workSignal = workSignal;
    }

    /**
     * An enrolment that has come to a wait.
     *
     * @param since events that came later count; null if the enrolment's missed events were noted one by one
     * @param beganAt when the transaction began in which it came there
     */
    record WaitArrival(
            String instance, String customerId, @Nullable Instant since, Instant beganAt) {}

    /** Stores these in the caller's transaction and wakes the queue after its commit. */
    void insert(Collection<WaitArrival> arrivals) {
        jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(INSERT);
            ArrayColumns columns = (type, value) ->
                    connection.createArrayOf(type, arrivals.stream().map(value).toArray());
            insert.setArray(1, columns.of("smallint", arrival -> (short) Shards.of(arrival.customerId())));
            insert.setArray(2, columns.of("text", WaitArrival::instance));
            insert.setArray(3, columns.of("text", WaitArrival::customerId));
            insert.setArray(4, columns.of("timestamptz", arrival -> SqlValues.timestampOrNull(arrival.since())));
            insert.setArray(5, columns.of("timestamptz", arrival -> SqlValues.timestamp(arrival.beganAt())));
            return insert;
        });
        workSignal.signalAfterCommit(WorkTopic.EVENTS);
    }

    private interface ArrayColumns {
        Array of(String type, Function<WaitArrival, @Nullable Object> value) throws SQLException;
    }
}
