package org.postroad.event.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.postroad.event.DeadLetters;
import org.postroad.event.Event;
import org.postroad.event.shard.Shards;
import org.postroad.sql.MonthlyPartitions;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The event log and the inbox before it: what came in, what waits, what was set aside. */
@Repository
public class Events {

    /** A transaction takes few shards, and leaves the others to other nodes. */
    private static final int SHARDS_AT_A_TIME = Shards.NUMBER / 4;

    private static final String INSERT = Sql.of(Events.class, "insert-events");
    private static final String WAITING = Sql.of(Events.class, "waiting-events");
    private static final String STILL_WAITING = Sql.of(Events.class, "still-waiting-events");
    private static final String READ = Sql.of(Events.class, "read-events");
    private static final String REMOVE =
            "delete from inbox using unnest(?::smallint[], ?::bigint[]) as done (shard, seq)"
                    + " where inbox.shard = done.shard and inbox.seq = done.seq";
    private static final String SET_ASIDE =
            "update inbox set failure = ? where shard = ? and seq = ? and failure is null";
    private static final String SET_ASIDE_EVENTS = Sql.of(Events.class, "set-aside-events");

    private static final RowMapper<InboxEntry> PLACE = (row, number) ->
            new InboxEntry(row.getInt("shard"), row.getLong("seq"), EventRowMapper.instant(row, "received_at"));

    private final JdbcTemplate jdbc;
    private final EventRowMapper rows;
    private final MonthlyPartitions monthlyPartitions;

    Events(JdbcTemplate jdbc, EventRowMapper rows, MonthlyPartitions monthlyPartitions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.monthlyPartitions = monthlyPartitions;
    }

    /**
     * Stores those whose ids are new, in one statement, and returns these ids.
     *
     * @param outcome whether others are to be told, since Postroad itself made them
     */
    public Set<String> insert(List<Event> events, Instant receivedAt, boolean outcome) {
        monthlyPartitions.ensure("event", receivedAt);
        return new HashSet<>(jdbc.query(
                connection -> prepareInsert(connection, events, receivedAt, outcome),
                (row, number) -> row.getString("id")));
    }

    private PreparedStatement prepareInsert(
            Connection connection, List<Event> events, Instant receivedAt, boolean outcome) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setArray(1, column(connection, "text", events, Event::id));
        insert.setArray(2, column(connection, "text", events, Event::customerId));
        insert.setArray(3, column(connection, "smallint", events, event -> (short) Shards.of(event.customerId())));
        insert.setArray(4, column(connection, "text", events, Event::type));
        insert.setArray(
                5, column(connection, "timestamptz", events, event -> EventRowMapper.sqlTime(event.occurredAt())));
        insert.setArray(6, column(connection, "text", events, event -> rows.write(event.properties())));
        insert.setObject(7, EventRowMapper.sqlTime(receivedAt));
        insert.setBoolean(8, outcome);
        return insert;
    }

    /** The first events of a few shards on which the road has not acted yet. */
    public List<InboxEntry> waiting(int[] shards, int atMost) {
        int each = Math.max(1, atMost / Math.min(shards.length, SHARDS_AT_A_TIME));
        return jdbc.query(WAITING, PLACE, shards, SHARDS_AT_A_TIME, each);
    }

    /** Those of them that still wait. */
    public List<InboxEntry> stillWaiting(List<InboxEntry> places) {
        return jdbc.query(STILL_WAITING, PLACE, shards(places), seqs(places));
    }

    /** The events, in order. */
    public List<Event> read(List<InboxEntry> places) {
        return jdbc.query(
                connection -> {
                    PreparedStatement read = connection.prepareStatement(READ);
                    read.setArray(
                            1,
                            column(
                                    connection,
                                    "timestamptz",
                                    places,
                                    inboxEntry -> EventRowMapper.sqlTime(inboxEntry.receivedAt())));
                    read.setArray(2, column(connection, "bigint", places, InboxEntry::seq));
                    return read;
                },
                rows);
    }

    public void remove(List<InboxEntry> places) {
        jdbc.update(REMOVE, shards(places), seqs(places));
    }

    public void markDeadLetter(InboxEntry inboxEntry, String reason) {
        jdbc.update(SET_ASIDE, reason, inboxEntry.shard(), inboxEntry.seq());
    }

    public List<DeadLetters.DeadLetter> deadLetters(int atMost) {
        return jdbc.query(
                SET_ASIDE_EVENTS,
                (row, number) -> new DeadLetters.DeadLetter(
                        row.getString("id"),
                        row.getString("customer_id"),
                        row.getString("type"),
                        EventRowMapper.instant(row, "occurred_at"),
                        row.getString("failure")),
                atMost);
    }

    /** Lets all that were set aside wait again, and returns how many. */
    public int retryDeadLetters() {
        return jdbc.update("update inbox set failure = null where failure is not null");
    }

    /** How many wait for the road to act on them. */
    public long countWaiting() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from inbox where failure is null", Long.class));
    }

    private static Short[] shards(List<InboxEntry> places) {
        return places.stream().map(inboxEntry -> (short) inboxEntry.shard()).toArray(Short[]::new);
    }

    private static Long[] seqs(List<InboxEntry> places) {
        return places.stream().map(InboxEntry::seq).toArray(Long[]::new);
    }

    private static <T> Array column(Connection connection, String type, Collection<T> things, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, things.stream().map(value).toArray());
    }
}
