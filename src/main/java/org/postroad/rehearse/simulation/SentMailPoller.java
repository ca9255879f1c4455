package org.postroad.rehearse.simulation;

import java.time.Instant;
import java.util.List;
import org.postroad.local.MailArrived;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the mails sent since the last poll, as the recipient's mail program would show them. */
@Repository
@Conditional(RehearsalMode.class)
class SentMailPoller {

    private static final String SENT_AFTER = Sql.of(SentMailPoller.class, "mails-sent-after");

    private final JdbcClient jdbc;
    private Instant lastSent = Instant.EPOCH;

    SentMailPoller(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void reset() {
        lastSent = Instant.EPOCH;
    }

    /** In an order that does not depend on which of several simultaneous mails was sent first. */
    List<MailArrived> poll() {
        List<MailArrived> mails = jdbc.sql(SENT_AFTER)
                .param(SqlValues.timestamp(lastSent))
                .query((row, number) -> new MailArrived(
                        0,
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("html"),
                        "",
                        SqlValues.instant(row, "sent_at")))
                .list();
        if (!mails.isEmpty()) {
            lastSent = mails.get(mails.size() - 1).sentAt();
        }
        return mails;
    }
}
