package org.postroad.rehearse.simulation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.postroad.local.MailArrived;
import org.postroad.sql.Sql;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands on what was posted since the last time, as a mail program would show it. */
@Repository
@Conditional(RehearsalMode.class)
class SentMailPoller {

    private static final String SINCE = Sql.of(SentMailPoller.class, "posted-since");

    private final JdbcClient jdbc;
    private Instant emptied = Instant.EPOCH;

    SentMailPoller(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void reset() {
        emptied = Instant.EPOCH;
    }

    /** In an order that does not depend on who was posted first at one moment. */
    List<MailArrived> poll() {
        List<MailArrived> mails = jdbc.sql(SINCE)
                .param(emptied.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new MailArrived(
                        0,
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("html"),
                        "",
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
        if (!mails.isEmpty()) {
            emptied = mails.get(mails.size() - 1).sentAt();
        }
        return mails;
    }
}
