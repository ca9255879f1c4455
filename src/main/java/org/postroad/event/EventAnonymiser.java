package org.postroad.event;

import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Erases what a customer did. Reports keep what they count: outcomes of mails and enrolments, and the amounts of orders.
 * The ids are erased too, so an event that is sent again counts as new.
 */
@Repository
public class EventAnonymiser {

    private static final String FORGET = Sql.of(EventAnonymiser.class, "forget-events");
    private static final String ANONYMISE = Sql.of(EventAnonymiser.class, "anonymise-events");

    private final JdbcTemplate jdbc;

    EventAnonymiser(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs in the caller's transaction, which must hold the lock of the customer's shard. */
    public void anonymise(String customerId, String pseudonym) {
        jdbc.update(FORGET, customerId);
        jdbc.update(ANONYMISE, pseudonym, customerId);
    }
}
