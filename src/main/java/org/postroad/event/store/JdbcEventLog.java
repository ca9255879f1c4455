package org.postroad.event.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the event table. */
@Repository
class JdbcEventLog implements EventLog {

    private static final String REPLAY = Sql.of(JdbcEventLog.class, "replay-events");
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate reading;
    private final EventRowMapper rows;
    private final CustomerEvents customerEvents;

    JdbcEventLog(
            JdbcTemplate jdbc,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventRowMapper rows,
            CustomerEvents customerEvents) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
        this.reading = new TransactionTemplate(transactions); // PostgreSQL streams inside a transaction only
        this.reading.setReadOnly(true);
        this.rows = rows;
        this.customerEvents = customerEvents;
    }

    @Override
    public boolean isEmpty() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select not exists (select from event)", Boolean.class));
    }

    @Override
    public Optional<Event> find(String id) {
        return jdbc
                .query(
                        "select e.* from event_key k join event e on e.received_at = k.received_at and e.seq = k.seq where k.id = ?",
                        rows,
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public List<Event> ofCustomer(String customerId, Instant since, String... types) {
        return customerEvents.find(List.of(customerId), since, List.of(types)).getOrDefault(customerId, List.of());
    }

    @Override
    public Map<String, List<Event>> ofCustomers(Collection<String> customerIds, Instant since, String... types) {
        return customerEvents.find(customerIds, since, List.of(types));
    }

    @Override
    public void replay(Instant before, Consumer<List<Event>> reader) {
        reading.executeWithoutResult(transaction -> {
            List<Event> ofOne = new ArrayList<>();
            RowCallbackHandler collect = row -> collect(rows.mapRow(row, 0), ofOne, reader);
            streaming.query(REPLAY, collect, SqlValues.timestamp(before));
            if (!ofOne.isEmpty()) {
                reader.accept(List.copyOf(ofOne));
            }
        });
    }

    private static void collect(Event event, List<Event> ofOne, Consumer<List<Event>> reader) {
        if (!ofOne.isEmpty() && !ofOne.get(0).customerId().equals(event.customerId())) {
            reader.accept(List.copyOf(ofOne));
            ofOne.clear();
        }
        ofOne.add(event);
    }
}
