package org.postroad.track;

import org.postroad.customer.erasure.Anonymiser;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Deletes the links of the customer's messages, and keeps conversions under a pseudonym. */
@Repository
@Order(30)
class TrackingAnonymiser implements Anonymiser {

    private final JdbcTemplate jdbc;

    TrackingAnonymiser(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void anonymise(String customerId, String pseudonym) {
        jdbc.update("delete from tracked_message where customer_id = ?", customerId);
        jdbc.update(
                "update conversion set customer_id = ?, event_id = gen_random_uuid()::text where customer_id = ?",
                pseudonym,
                customerId);
    }
}
