package org.postroad.report.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened last on all journeys: people who entered, mails that were posted, purchases after them. */
@Component
class RecentActivity {

    private static final int MOST = 12;
    private static final String LATELY = Sql.of(RecentActivity.class, "lately");

    private final JdbcClient jdbc;

    RecentActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<ActivityEntry> latest() {
        return jdbc.sql(LATELY)
                .param("most", MOST)
                .query((row, number) -> new ActivityEntry(
                        row.getString("what"),
                        row.getTimestamp("at").toInstant(),
                        new CustomerSearch.CustomerSummary(
                                row.getString("customer_id"), row.getString("name"), null, null, 0),
                        row.getString("journey"),
                        row.getObject("message_id", UUID.class),
                        row.getString("detail")))
                .list();
    }

    /**
     * One of them.
     *
     * @param what {@code entered}, {@code posted} or {@code bought}
     * @param detail a mail's subject, or the money of a purchase; null for an entry
     */
    public record ActivityEntry(
            String what,
            Instant at,
            CustomerSearch.CustomerSummary who,
            String journey,
            @Nullable UUID messageId,
            @Nullable String detail) {}
}
