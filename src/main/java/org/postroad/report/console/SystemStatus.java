package org.postroad.report.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Is anything stuck? Asked of the tables, which know what every node does. */
@Component
class SystemStatus {

    private static final String PULSE = Sql.of(SystemStatus.class, "pulse");

    private final JdbcClient jdbc;
    private final Clock clock;

    SystemStatus(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    StatusSummary summary() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return jdbc.sql(PULSE)
                .param("today", today.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new StatusSummary(
                        row.getLong("inside"),
                        row.getLong("mails_today"),
                        row.getLong("conversions_today"),
                        row.getLong("events_waiting"),
                        row.getTimestamp("oldest_waiting") == null
                                ? null
                                : row.getTimestamp("oldest_waiting").toInstant(),
                        row.getLong("mails_waiting"),
                        row.getLong("mails_overdue"),
                        row.getLong("mails_unknown"),
                        row.getLong("incidents")))
                .single();
    }

    /**
     * The numbers of the first page.
     *
     * @param mailsToday accepted by a mail server since midnight UTC
     * @param eventsWaiting stored, and not acted on yet
     * @param oldestWaiting when the oldest of these was received
     * @param mailsWaiting queued, most of them for a later moment
     * @param mailsOverdue queued for a moment that has passed: the mail server refuses or does not answer
     * @param mailsUnknown being posted, or cut off while posting
     * @param incidents walks that the engine could not carry on; Cockpit shows and mends them
     */
    public record StatusSummary(
            long inside,
            long mailsToday,
            long conversionsToday,
            long eventsWaiting,
            @Nullable Instant oldestWaiting,
            long mailsWaiting,
            long mailsOverdue,
            long mailsUnknown,
            long incidents) {}
}
