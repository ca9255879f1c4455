package org.postroad.customer.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Addresses that never get mail again, whoever they belong to: the suppression table, fed by complaints, by hard bounces
 * and by erasure.
 */
@Repository
public class Suppressions {

    private static final String OF_CUSTOMER = Sql.of(Suppressions.class, "suppress-customers-address");
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Suppressions(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void note(List<Event> batch) {
        batch.forEach(event -> {
            if (event.is(EventType.EMAIL_COMPLAINED)) {
                suppressAddressOf(event.customerId(), "complained", event.occurredAt());
            } else if (HardBounce.isReportedBy(event)) {
                suppressAddressOf(event.customerId(), "bounced", event.occurredAt());
            }
        });
    }

    /** Closes the address that the customer has now. */
    public void suppressAddressOf(String customerId, String reason, Instant at) {
        jdbc.update(OF_CUSTOMER, reason, at.atOffset(ZoneOffset.UTC), customerId);
    }
}
