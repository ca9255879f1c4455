package org.postroad.event.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroad.event.Event;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads what customers did. While a batch of events is handled, one query answers for all customers of whom the same is
 * going to be asked, and the transaction remembers the answer.
 */
@Repository
class CustomerEvents {

    private static final String OF_CUSTOMERS = Sql.of(CustomerEvents.class, "events-of-customers");

    /** Customers who are asked for later have a slightly later "now", or another time zone. */
    private static final Duration FURTHER_BACK = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final EventRowMapper rows;
    private final UpcomingEvents upcoming;
    private final TransactionCache<Key, Known> known = new TransactionCache<>(keys -> Map.of());

    CustomerEvents(JdbcTemplate jdbc, EventRowMapper rows, UpcomingEvents upcoming) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.upcoming = upcoming;
    }

    private record Key(String customerId, List<String> types) {}

    private record Known(Instant since, List<Event> events) {}

    /** As {@link org.postroad.event.EventLog#ofCustomer}. */
    List<Event> find(String customerId, Instant since, List<String> types) {
        if (!upcoming.areHidden()) {
            return query(List.of(customerId), since, types);
        }
        return events(new Key(customerId, types), since).stream()
                .filter(event -> !event.occurredAt().isBefore(since))
                .filter(event -> !upcoming.contains(event))
                .toList();
    }

    private List<Event> events(Key key, Instant since) {
        Known answer = known.getAll(List.of(key)).get(key);
        return answer == null || answer.since().isAfter(since) ? read(key, since) : answer.events();
    }

    private List<Event> read(Key key, Instant since) {
        Instant back = since.equals(Instant.EPOCH) ? since : since.minus(FURTHER_BACK);
        Collection<String> customers = upcoming.alike(key.customerId());
        Map<String, List<Event>> found = new HashMap<>();
        customers.forEach(customer -> found.put(customer, new ArrayList<>()));
        query(customers, back, key.types())
                .forEach(event -> found.computeIfAbsent(event.customerId(), one -> new ArrayList<>())
                        .add(event));
        found.forEach((customer, events) -> known.put(new Key(customer, key.types()), new Known(back, events)));
        return found.getOrDefault(key.customerId(), List.of());
    }

    private List<Event> query(Collection<String> customerIds, Instant since, List<String> types) {
        return jdbc.query(
                OF_CUSTOMERS,
                rows,
                SqlValues.texts(customerIds),
                SqlValues.timestamp(since),
                SqlValues.texts(types),
                SqlValues.texts(types),
                upcoming.areHidden());
    }
}
