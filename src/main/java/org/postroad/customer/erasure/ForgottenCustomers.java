package org.postroad.customer.erasure;

import java.time.Clock;
import java.time.ZoneOffset;
import org.postroad.catalog.OfferCodes;
import org.postroad.event.EventAnonymiser;
import org.postroad.sql.Sql;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The last of the anonymisers, since the others make events. The address is closed, so that nobody who finds it in an
 * old list can have us write to it again.
 */
@Repository
@Order(Ordered.LOWEST_PRECEDENCE)
class ForgottenCustomers implements Anonymiser {

    private static final String CLOSE_ADDRESS = Sql.of(ForgottenCustomers.class, "suppress-customers-address");

    private final JdbcTemplate jdbc;
    private final OfferCodes codes;
    private final EventAnonymiser events;
    private final Clock clock;

    ForgottenCustomers(JdbcTemplate jdbc, OfferCodes codes, EventAnonymiser events, Clock clock) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void anonymise(String customerId, String pseudonym) {
        jdbc.update(CLOSE_ADDRESS, "erased", clock.instant().atOffset(ZoneOffset.UTC), customerId);
        jdbc.update("delete from customer where id = ?", customerId);
        codes.anonymise(customerId, pseudonym);
        events.anonymise(customerId, pseudonym);
    }
}
