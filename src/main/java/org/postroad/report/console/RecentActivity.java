package org.postroad.report.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest entries, mails and purchases of all journeys. */
@Component
class RecentActivity {

    private static final int MOST = 12;
    private static final String LATEST = Sql.of(RecentActivity.class, "recent-activity");

    private final JdbcClient jdbc;

    RecentActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<ActivityEntry> latest() {
        return jdbc.sql(LATEST)
                .param("most", MOST)
                .query((row, number) -> new ActivityEntry(
                        row.getString("what"),
                        SqlValues.instant(row, "at"),
                        new CustomerSearch.CustomerSummary(
                                row.getString("customer_id"), row.getString("name"), null, null, 0),
                        row.getString("journey"),
                        row.getObject("message_id", UUID.class),
                        row.getString("detail")))
                .list();
    }

    /**
     * An entry, a mail or a purchase.
     *
     * @param what {@code entered}, {@code posted} or {@code bought}
     * @param detail a mail's subject, or the amount of a purchase; null for an entry
     */
    public record ActivityEntry(
            String what,
            Instant at,
            CustomerSearch.CustomerSummary who,
            String journey,
            @Nullable UUID messageId,
            @Nullable String detail) {}
}
