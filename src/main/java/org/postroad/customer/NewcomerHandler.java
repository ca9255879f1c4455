package org.postroad.customer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes a customer of whoever is heard of for the first time. */
@Component
@Order(10)
class NewcomerHandler implements EventHandler {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    NewcomerHandler(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void handle(List<Event> batch) {
        jdbc.update(
                "insert into customer (id, created_at, updated_at) select unnest(?::text[]), ?, ? on conflict do nothing",
                batch.stream().map(Event::customerId).distinct().sorted().toArray(String[]::new),
                clock.instant().atOffset(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC));
    }
}
