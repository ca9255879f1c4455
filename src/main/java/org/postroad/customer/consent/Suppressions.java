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

    /**
     * Closes an address for good; one that is closed already keeps its first reason.
     *
     * @param reason {@code complained}, {@code bounced} …
     */
    public void suppress(String address, String reason) {
        jdbc.update(
                "insert into suppression (address, reason, at) values (address_hash(?), ?, ?) on conflict do nothing",
                address,
                reason,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    public boolean isSuppressed(String address) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from suppression where address = address_hash(?))", Boolean.class, address));
    }

    public void note(List<Event> batch) {
        batch.forEach(event -> {
            if (event.is(EventType.EMAIL_COMPLAINED)) {
                suppressAddressOf(event.customerId(), "complained", event.occurredAt());
            } else if (HardBounce.isToldBy(event)) {
                suppressAddressOf(event.customerId(), "bounced", event.occurredAt());
            }
        });
    }

    /** Closes the address that the customer has now. */
    public void suppressAddressOf(String customerId, String reason, Instant at) {
        jdbc.update(OF_CUSTOMER, reason, at.atOffset(ZoneOffset.UTC), customerId);
    }
}
