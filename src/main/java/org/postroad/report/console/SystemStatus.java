package org.postroad.report.console;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what waits and what is stuck, over all nodes. */
@Component
class SystemStatus {

    private static final String STATUS = Sql.of(SystemStatus.class, "system-status");

    private final JdbcClient jdbc;
    private final Clock clock;

    SystemStatus(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    StatusSummary summary() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return jdbc.sql(STATUS)
                .param("today", SqlValues.timestamp(today))
                .param("now", SqlValues.timestamp(clock.instant()))
                .query((row, number) -> new StatusSummary(
                        row.getLong("inside"),
                        row.getLong("mails_today"),
                        row.getLong("conversions_today"),
                        row.getLong("events_waiting"),
                        SqlValues.instantIfAny(row, "oldest_waiting").orElse(null),
                        row.getLong("mails_waiting"),
                        row.getLong("mails_overdue"),
                        row.getLong("mails_unknown"),
                        row.getLong("incidents")))
                .single();
    }

    /**
     * The figures of the start page.
     *
     * @param mailsToday accepted by a mail server since midnight UTC
     * @param eventsWaiting stored, not processed yet
     * @param oldestWaiting when the oldest of these was received
     * @param mailsWaiting queued, most of them for later
     * @param mailsOverdue queued and due: if they stay, the mail server refuses or does not answer
     * @param mailsUnknown being sent, or interrupted while being sent
     * @param incidents of the engine; {@link IncidentsPage} shows and retries them
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
