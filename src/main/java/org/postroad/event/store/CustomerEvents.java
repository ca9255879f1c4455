package org.postroad.event.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** As {@link org.postroad.event.EventLog#ofCustomers}; a customer without events is absent. */
    Map<String, List<Event>> find(Collection<String> customerIds, Instant since, List<String> types) {
        if (!upcoming.areHidden()) {
            return byCustomer(query(customerIds, since, types));
        }
        Map<String, List<Event>> found = new HashMap<>();
        events(customerIds, since, types)
                .forEach((customer, events) -> found.put(
                        customer,
                        events.stream()
                                .filter(event -> !event.occurredAt().isBefore(since))
                                .filter(event -> !upcoming.contains(event))
                                .toList()));
        return found;
    }

    private static Map<String, List<Event>> byCustomer(List<Event> events) {
        return events.stream().collect(Collectors.groupingBy(Event::customerId));
    }

    private Map<String, List<Event>> events(Collection<String> customerIds, Instant since, List<String> types) {
        Map<String, List<Event>> events = new HashMap<>();
        Set<String> unknown = new HashSet<>(customerIds);
        known.getAll(unknown.stream().map(customer -> new Key(customer, types)).toList())
                .forEach((key, answer) -> {
                    if (!answer.since().isAfter(since)) {
                        events.put(key.customerId(), answer.events());
                        unknown.remove(key.customerId());
                    }
                });
        if (!unknown.isEmpty()) {
            Map<String, List<Event>> read = read(unknown, since, types);
            unknown.forEach(customer -> events.put(customer, read.getOrDefault(customer, List.of())));
        }
        return events;
    }

    private Map<String, List<Event>> read(Set<String> customerIds, Instant since, List<String> types) {
        Instant back = since.equals(Instant.EPOCH) ? since : since.minus(FURTHER_BACK);
        Set<String> customers = new HashSet<>(customerIds);
        customerIds.forEach(customer -> customers.addAll(upcoming.alike(customer)));
        Map<String, List<Event>> found = byCustomer(query(customers, back, types));
        customers.forEach(customer ->
                known.put(new Key(customer, types), new Known(back, found.getOrDefault(customer, List.of()))));
        return found;
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
