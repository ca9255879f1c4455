package org.postroad.event;

import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Forgets what a customer did. Reports keep what they count: what became of mails and walks, and what orders came to. An
 * id that is forgotten would be taken for a new event.
 */
@Repository
public class EventAnonymiser {

    private static final String FORGET = Sql.of(EventAnonymiser.class, "forget-events");
    private static final String ANONYMISE = Sql.of(EventAnonymiser.class, "anonymise-events");

    private final JdbcTemplate jdbc;

    EventAnonymiser(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of a caller who holds the customer's shard. */
    public void anonymise(String customerId, String pseudonym) {
        jdbc.update(FORGET, customerId);
        jdbc.update(ANONYMISE, pseudonym, customerId);
    }
}
