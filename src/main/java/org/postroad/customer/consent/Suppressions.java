package org.postroad.customer.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private static final String SUPPRESS = Sql.of(Suppressions.class, "suppress-addresses");

    private final JdbcTemplate jdbc;

    Suppressions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Suppresses the addresses that complaints and hard bounces in the batch are about. */
    public void suppressReported(List<Event> batch) {
        suppress(batch.stream().flatMap(event -> reported(event).stream()).toList());
    }

    private static Optional<Suppression> reported(Event event) {
        if (event.is(EventType.EMAIL_COMPLAINED)) {
            return Optional.of(new Suppression(event.customerId(), "complained", event.occurredAt()));
        }
        return HardBounce.isReportedBy(event)
                ? Optional.of(new Suppression(event.customerId(), "bounced", event.occurredAt()))
                : Optional.empty();
    }

    private record Suppression(String customerId, String reason, Instant at) {}

    /** Suppresses the address that the customer has now, if any. */
    public void suppressAddressOf(String customerId, String reason, Instant at) {
        suppress(List.of(new Suppression(customerId, reason, at)));
    }

    private void suppress(List<Suppression> suppressions) {
        if (!suppressions.isEmpty()) {
            jdbc.update(
                    SUPPRESS,
                    SqlValues.texts(suppressions, Suppression::customerId),
                    SqlValues.texts(suppressions, Suppression::reason),
                    SqlValues.texts(suppressions, one -> one.at().toString()));
        }
    }
}
