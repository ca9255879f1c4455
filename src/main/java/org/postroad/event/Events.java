package org.postroad.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The event table: the durable inbox and the log. */
@Repository
class Events implements EventLog {

    private static final String INSERT = Sql.of(Events.class, "insert-events");
    private static final String WAITING = Sql.of(Events.class, "waiting-events");
    private static final String TAKE = Sql.of(Events.class, "take-events");
    private static final String DONE = "update event set processed_at = ? where id = any(?)";
    private static final String SET_ASIDE =
            "update event set failure = ? where seq = ? and processed_at is null and failure is null";
    private static final String SET_ASIDE_EVENTS = Sql.of(Events.class, "set-aside-events");
    private static final String OF_CUSTOMER = Sql.of(Events.class, "events-of-customer");
    private static final String REPLAY = Sql.of(Events.class, "replay-events");
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate reading;
    private final ObjectMapper json;

    Events(DataSource dataSource, PlatformTransactionManager transactions, ObjectMapper json) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
        this.reading = new TransactionTemplate(transactions); // PostgreSQL streams inside a transaction only
        this.reading.setReadOnly(true);
        this.json = json;
    }

    /** Stores those whose ids are new, in one statement, and returns these ids. */
    Set<String> insert(List<Event> events, Instant receivedAt) {
        return new HashSet<>(jdbc.query(
                connection -> prepareInsert(connection, events, receivedAt), (row, number) -> row.getString("id")));
    }

    private PreparedStatement prepareInsert(Connection connection, List<Event> events, Instant receivedAt)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setObject(1, sqlTime(receivedAt));
        insert.setArray(2, column(connection, "text", events, Event::id));
        insert.setArray(3, column(connection, "text", events, Event::customerId));
        insert.setArray(4, column(connection, "text", events, Event::type));
        insert.setArray(5, column(connection, "timestamptz", events, event -> sqlTime(event.occurredAt())));
        insert.setArray(6, column(connection, "text", events, event -> write(event.properties())));
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
        return jdbc.query(TAKE, (row, number) -> event(row), (Object) seqs.toArray(Long[]::new));
    }

    void markDone(List<Event> events, Instant at) {
        jdbc.update(DONE, sqlTime(at), events.stream().map(Event::id).toArray(String[]::new));
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
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
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

    @Override
    public boolean isEmpty() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select not exists (select from event)", Boolean.class));
    }

    @Override
    public Optional<Event> find(String id) {
        return jdbc.query("select * from event where id = ?", (row, number) -> event(row), id).stream()
                .findFirst();
    }

    @Override
    public List<Event> of(String customerId, Instant since, String... types) {
        return jdbc.query(OF_CUSTOMER, (row, number) -> event(row), customerId, sqlTime(since), types, types);
    }

    @Override
    public void replay(Instant before, Consumer<List<Event>> reader) {
        reading.executeWithoutResult(transaction -> {
            List<Event> ofOne = new ArrayList<>();
            RowCallbackHandler readOn = row -> readOn(event(row), ofOne, reader);
            streaming.query(REPLAY, readOn, sqlTime(before));
            if (!ofOne.isEmpty()) {
                reader.accept(List.copyOf(ofOne));
            }
        });
    }

    private static void readOn(Event event, List<Event> ofOne, Consumer<List<Event>> reader) {
        if (!ofOne.isEmpty() && !ofOne.get(0).customerId().equals(event.customerId())) {
            reader.accept(List.copyOf(ofOne));
            ofOne.clear();
        }
        ofOne.add(event);
    }

    private Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                read(row.getString("properties")));
    }

    private static OffsetDateTime sqlTime(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String write(Map<String, Object> properties) {
        try {
            return json.writeValueAsString(properties);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The properties cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Map<String, Object> read(String properties) {
        try {
            return json.readValue(properties, PROPERTIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored event cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
