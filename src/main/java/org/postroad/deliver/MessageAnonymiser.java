package org.postroad.deliver;

import org.postroad.customer.erasure.Anonymiser;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps that a message was sent, and removes its recipient and content. */
@Repository
@Order(20)
class MessageAnonymiser implements Anonymiser {

    private static final String ANONYMISE = Sql.of(MessageAnonymiser.class, "anonymise-messages");

    private final JdbcTemplate jdbc;

    MessageAnonymiser(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void anonymise(String customerId, String pseudonym) {
        jdbc.update(ANONYMISE, pseudonym, customerId);
    }
}
