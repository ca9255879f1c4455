package org.postroad.customer.consent;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The suppression table, fed by complaints and by bounces that say that there is no such mailbox. */
@Repository
public class Suppressed implements Suppressions {

    private static final String OF_CUSTOMER = Sql.of(Suppressed.class, "suppress-customers-address");
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Suppressed(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void suppress(String address, String reason) {
        jdbc.update(
                "insert into suppression (address, reason, at) values (address_hash(?), ?, ?) on conflict do nothing",
                address,
                reason,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    @Override
    public boolean isSuppressed(String address) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from suppression where address = address_hash(?))", Boolean.class, address));
    }

    public void note(List<Event> batch) {
        batch.forEach(event -> {
            if (event.is(EventType.EMAIL_COMPLAINED)) {
                suppressAddressOf(event, "complained");
            } else if (HardBounce.isToldBy(event)) {
                suppressAddressOf(event, "bounced");
            }
        });
    }

    private void suppressAddressOf(Event event, String reason) {
        jdbc.update(OF_CUSTOMER, reason, event.occurredAt().atOffset(ZoneOffset.UTC), event.customerId());
    }
}
