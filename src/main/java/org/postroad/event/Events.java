package org.postroad.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The event table as an inbox: what came in, what waits, what is done, what was set aside. */
@Repository
class Events {

    private static final String INSERT = Sql.of(Events.class, "insert-events");
    private static final String WAITING = Sql.of(Events.class, "waiting-events");
    private static final String TAKE = Sql.of(Events.class, "take-events");
    private static final String DONE = "update event set processed_at = ? where id = any(?)";
    private static final String SET_ASIDE =
            "update event set failure = ? where seq = ? and processed_at is null and failure is null";
    private static final String SET_ASIDE_EVENTS = Sql.of(Events.class, "set-aside-events");

    private final JdbcTemplate jdbc;
    private final EventRow rows;

    Events(JdbcTemplate jdbc, EventRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Stores those whose ids are new, in one statement, and returns these ids. */
    Set<String> insert(List<Event> events, Instant receivedAt) {
        return new HashSet<>(jdbc.query(
                connection -> prepareInsert(connection, events, receivedAt), (row, number) -> row.getString("id")));
    }

    private PreparedStatement prepareInsert(Connection connection, List<Event> events, Instant receivedAt)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setObject(1, EventRow.sqlTime(receivedAt));
        insert.setArray(2, column(connection, "text", events, Event::id));
        insert.setArray(3, column(connection, "text", events, Event::customerId));
        insert.setArray(4, column(connection, "text", events, Event::type));
        insert.setArray(5, column(connection, "timestamptz", events, event -> EventRow.sqlTime(event.occurredAt())));
        insert.setArray(6, column(connection, "text", events, event -> rows.write(event.properties())));
        return insert;
    }

    private static java.sql.Array column(
            Connection connection, String type, List<Event> events, Function<Event, Object> value) throws SQLException {
        return connection.createArrayOf(type, events.stream().map(value).toArray());
    }

    /** The first events on which the road has not acted yet, by sequence number. */
    List<Long> waiting(int atMost) {
        return jdbc.queryForList(WAITING, Long.class, atMost);
    }

    /** Those of them that still wait, in order. */
    List<Event> take(List<Long> seqs) {
        return jdbc.query(TAKE, rows, (Object) seqs.toArray(Long[]::new));
    }

    void markDone(List<Event> events, Instant at) {
        jdbc.update(DONE, EventRow.sqlTime(at), events.stream().map(Event::id).toArray(String[]::new));
    }

    void setAside(long seq, String reason) {
        jdbc.update(SET_ASIDE, reason, seq);
    }

    List<SetAside.SetAsideEvent> setAside(int atMost) {
        return jdbc.query(
                SET_ASIDE_EVENTS,
                (row, number) -> new SetAside.SetAsideEvent(
                        row.getString("id"),
                        row.getString("customer_id"),
                        row.getString("type"),
                        EventRow.occurredAt(row),
                        row.getString("failure")),
                atMost);
    }

    /** Lets all that were set aside wait again, and returns how many. */
    int takeBack() {
        return jdbc.update("update event set failure = null where failure is not null and processed_at is null");
    }

    /** How many wait for the road to act on them. */
    long backlog() {
        String waiting = "select count(*) from event where processed_at is null and failure is null";
        return Objects.requireNonNull(jdbc.queryForObject(waiting, Long.class));
    }
}
