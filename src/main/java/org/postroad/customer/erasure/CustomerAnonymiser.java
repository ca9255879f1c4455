package org.postroad.customer.erasure;

import java.time.Clock;
import org.postroad.catalog.OfferCodes;
import org.postroad.customer.consent.Suppressions;
import org.postroad.event.EventAnonymiser;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Deletes the customer, with consents and profile, and anonymises their events. It runs last, since the other anonymisers
 * record events. It suppresses the address, so that an import of an old list cannot bring it back.
 */
@Repository
@Order(Ordered.LOWEST_PRECEDENCE)
class CustomerAnonymiser implements Anonymiser {

    private final JdbcTemplate jdbc;
    private final Suppressions suppressions;
    private final OfferCodes codes;
    private final EventAnonymiser events;
    private final Clock clock;

    CustomerAnonymiser(
            JdbcTemplate jdbc, Suppressions suppressions, OfferCodes codes, EventAnonymiser events, Clock clock) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.codes = codes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void anonymise(String customerId, String pseudonym) {
        suppressions.suppressAddressOf(customerId, "erased", clock.instant());
        jdbc.update("delete from customer where id = ?", customerId);
        codes.anonymise(customerId, pseudonym);
        events.anonymise(customerId, pseudonym);
    }
}
