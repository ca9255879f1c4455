package org.postroad.decide.offer;

import org.postroad.customer.erasure.Anonymiser;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Anonymises decisions: the chosen action stays for reports, the features that describe the customer are deleted. */
@Repository
@Order(40)
class DecisionAnonymiser implements Anonymiser {

    private static final String ANONYMISE = Sql.of(DecisionAnonymiser.class, "anonymise-decisions");

    private final JdbcTemplate jdbc;

    DecisionAnonymiser(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void anonymise(String customerId, String pseudonym) {
        jdbc.update(ANONYMISE, pseudonym, customerId);
    }
}
