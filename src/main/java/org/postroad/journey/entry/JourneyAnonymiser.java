package org.postroad.journey.entry;

import java.util.List;
import org.postroad.customer.erasure.Anonymiser;
import org.postroad.deliver.Mailing;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Enrolments;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Runs first: ends all enrolments of the customer, cancels queued mail, and anonymises the tables of journeys. */
@Repository
@Order(10)
class JourneyAnonymiser implements Anonymiser {

    private static final String ANONYMISE = Sql.of(JourneyAnonymiser.class, "anonymise-enrolments");
    private static final String WITHDRAW_INVITATIONS =
            Sql.of(JourneyAnonymiser.class, "withdraw-invitations-of-customer");

    private final Enrolments enrolments;
    private final GlobalExits globalExits;
    private final Mailing mailing;
    private final JdbcTemplate jdbc;

    JourneyAnonymiser(Enrolments enrolments, GlobalExits globalExits, Mailing mailing, JdbcTemplate jdbc) {
        this.enrolments = enrolments;
        this.globalExits = globalExits;
        this.mailing = mailing;
        this.jdbc = jdbc;
    }

    @Override
    public void anonymise(String customerId, String pseudonym) {
        globalExits.end(enrolments.openOf(customerId), EnrolmentEnded.ERASED);
        mailing.cancelAllFor(List.of(customerId), EnrolmentEnded.ERASED);
        jdbc.update(ANONYMISE, pseudonym, customerId);
        jdbc.update("update migration_walk set customer_id = ? where customer_id = ?", pseudonym, customerId);
        jdbc.update("delete from look_back where shard = shard_of(?) and customer_id = ?", customerId, customerId);
        jdbc.update(WITHDRAW_INVITATIONS, customerId, customerId);
    }
}
