package org.postroad.customer.consent;

import java.time.Instant;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The suppressed addresses, which never get mail again, whoever owns them: after a complaint, a hard bounce or an erasure.
 * Only a hash of the address is stored.
 */
@Repository
public class Suppressions {

    private static final String SUPPRESS = Sql.of(Suppressions.class, "suppress-address-of-customer");

    private final JdbcTemplate jdbc;

    Suppressions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Suppresses the addresses that complaints and hard bounces in the batch are about. */
    public void suppressReported(List<Event> batch) {
        batch.forEach(event -> {
            if (event.is(EventType.EMAIL_COMPLAINED)) {
                suppressAddressOf(event.customerId(), "complained", event.occurredAt());
            } else if (HardBounce.isReportedBy(event)) {
                suppressAddressOf(event.customerId(), "bounced", event.occurredAt());
            }
        });
    }

    /** Suppresses the address that the customer has now, if any. */
    public void suppressAddressOf(String customerId, String reason, Instant at) {
        jdbc.update(SUPPRESS, reason, SqlValues.timestamp(at), customerId);
    }
}
