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
import org.postroad.sql.JsonColumns;
import org.postroad.sql.MonthlyPartitions;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The event log and the inbox: stores events, and says which of them wait or are dead letters. */
@Repository
public class Events {

    /** A transaction locks few shards and leaves the others to other nodes. */
    private static final int SHARDS_AT_A_TIME = Shards.NUMBER / 4;

    private static final String INSERT = Sql.of(Events.class, "insert-events");
    private static final String CONTRADICTING = Sql.of(Events.class, "contradicting-events");
    private static final String WAITING = Sql.of(Events.class, "waiting-events");
    private static final String TAKE = Sql.of(Events.class, "take-events");
    private static final String MARK_DEAD_LETTER =
            "update inbox set failure = ? where shard = ? and seq = ? and failure is null";
    private static final String DEAD_LETTERS = Sql.of(Events.class, "dead-letters");

    private static final RowMapper<InboxEntry> ENTRY = (row, number) ->
            new InboxEntry(row.getInt("shard"), row.getLong("seq"), SqlValues.instant(row, "received_at"));

    private final JdbcTemplate jdbc;
    private final EventRowMapper rows;
    private final JsonColumns columns;
    private final MonthlyPartitions monthlyPartitions;

    Events(JdbcTemplate jdbc, EventRowMapper rows, JsonColumns columns, MonthlyPartitions monthlyPartitions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.columns = columns;
        this.monthlyPartitions = monthlyPartitions;
    }

    /**
     * What became of events that were to be stored, by the ids that their sender gave them; those that are in neither were
     * known with the same content.
     *
     * @param stored the ids of those that were new
     * @param contradicting the ids that are known with another content; nothing was changed
     */
    public record Insertion(Set<String> stored, Set<String> contradicting) {}

    /**
     * Stores the events whose ids are new, in the log and in the inbox. One statement, and another if some are known.
     *
     * @param sender whose ids these are: the stored id is {@code sender:id}; empty for ids that are known to every sender
     * @param outcome whether they are to be published, see {@code event.kafka}
     */
    public Insertion insert(String sender, List<Event> events, Instant receivedAt, boolean outcome) {
        monthlyPartitions.ensure("event", receivedAt);
        String prefix = sender.isEmpty() ? "" : sender + ":";
        Set<String> stored = ids(connection -> prepareInsert(connection, prefix, events, receivedAt, outcome));
        List<Event> known =
                events.stream().filter(event -> !stored.contains(event.id())).toList();
        return new Insertion(
                stored, known.isEmpty() ? Set.of() : ids(connection -> prepareComparison(connection, prefix, known)));
    }

    private Set<String> ids(PreparedStatementCreator query) {
        return new HashSet<>(jdbc.query(query, (row, number) -> row.getString("id")));
    }

    private PreparedStatement prepareInsert(
            Connection connection, String prefix, List<Event> events, Instant receivedAt, boolean outcome)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setArray(1, column(connection, "text", events, event -> prefix + event.id()));
        insert.setArray(2, column(connection, "text", events, Event::id));
        insert.setArray(3, column(connection, "text", events, Event::customerId));
        insert.setArray(4, column(connection, "smallint", events, event -> (short) Shards.of(event.customerId())));
        insert.setArray(5, column(connection, "text", events, Event::type));
        insert.setArray(6, column(connection, "timestamptz", events, event -> SqlValues.timestamp(event.occurredAt())));
        insert.setArray(7, column(connection, "text", events, event -> columns.write(event.properties())));
        insert.setObject(8, SqlValues.timestamp(receivedAt));
        insert.setBoolean(9, outcome);
        return insert;
    }

    private PreparedStatement prepareComparison(Connection connection, String prefix, List<Event> events)
            throws SQLException {
        PreparedStatement comparison = connection.prepareStatement(CONTRADICTING);
        comparison.setArray(1, column(connection, "text", events, event -> prefix + event.id()));
        comparison.setArray(2, column(connection, "text", events, Event::id));
        comparison.setArray(3, column(connection, "text", events, Event::customerId));
        comparison.setArray(4, column(connection, "text", events, Event::type));
        comparison.setArray(5, column(connection, "text", events, event -> columns.write(event.properties())));
        return comparison;
    }

    /** The first waiting events of the first of these shards that have any. */
    public List<InboxEntry> waiting(int[] shards, int atMost) {
        int each = Math.max(1, atMost / Math.min(shards.length, SHARDS_AT_A_TIME));
        return jdbc.query(WAITING, ENTRY, shards, SHARDS_AT_A_TIME, each);
    }

    /** Takes those of the entries that still wait out of the inbox, and reads their events, in order. One statement. */
    public List<Event> take(List<InboxEntry> entries) {
        return jdbc.query(TAKE, rows, shards(entries), seqs(entries));
    }

    public void markDeadLetter(InboxEntry entry, String reason) {
        jdbc.update(MARK_DEAD_LETTER, reason, entry.shard(), entry.seq());
    }

    public List<DeadLetters.DeadLetter> deadLetters(int atMost) {
        return jdbc.query(
                DEAD_LETTERS,
                (row, number) -> new DeadLetters.DeadLetter(
                        row.getString("id"),
                        row.getString("customer_id"),
                        row.getString("type"),
                        SqlValues.instant(row, "occurred_at"),
                        SqlValues.instant(row, "received_at"),
                        row.getString("failure")),
                atMost);
    }

    /** Puts all dead letters back into the inbox, and returns how many. */
    public int retryDeadLetters() {
        return jdbc.update("update inbox set failure = null where failure is not null");
    }

    public long countWaiting() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from inbox where failure is null", Long.class));
    }

    private static Short[] shards(List<InboxEntry> entries) {
        return entries.stream().map(entry -> (short) entry.shard()).toArray(Short[]::new);
    }

    private static Long[] seqs(List<InboxEntry> entries) {
        return entries.stream().map(InboxEntry::seq).toArray(Long[]::new);
    }

    private static <T> Array column(Connection connection, String type, Collection<T> things, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, things.stream().map(value).toArray());
    }
}
