package org.postroad.event.store;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.postroad.event.EventSettings;
import org.postroad.sql.MonthlyPartitions;
import org.postroad.sql.MonthlyPartitions.Partition;
import org.postroad.sql.SqlValues;
import org.postroad.time.ScheduledWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Drops events that were received longer ago than {@code postroad.event.keep-for}, once a day and a month at a time.
 * Profiles keep what these added up to. Their ids are dropped too, so an event that is sent again counts as new.
 */
@Component
@ConditionalOnProperty("postroad.event.keep-for")
@Order(ScheduledWork.EVENT_RETENTION)
class EventRetention implements ScheduledWork {

    private static final Logger log = LoggerFactory.getLogger(EventRetention.class);

    private final MonthlyPartitions monthlyPartitions;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Period keepFor;
    private Instant next;

    EventRetention(MonthlyPartitions monthlyPartitions, JdbcTemplate jdbc, Clock clock, EventSettings settings) {
        this.monthlyPartitions = monthlyPartitions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.keepFor = Objects.requireNonNull(settings.keepFor());
        this.next = clock.instant();
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.of(next);
    }

    @Override
    public int runDue() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        next = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant oldest = now.atOffset(ZoneOffset.UTC).minus(keepFor).toInstant();
        return (int) monthlyPartitions.endingBefore("event", oldest).stream()
                .filter(this::dropMonth)
                .count();
    }

    /** Keeps the month while one of its events is in the inbox: it would be lost. */
    private boolean dropMonth(Partition month) {
        if (waitsIn(month)) {
            log.warn(
                    "Events of {} are kept beyond their time, since some of them still wait or are dead letters",
                    month.name());
            return false;
        }
        jdbc.update(
                "delete from event_key where received_at >= ? and received_at < ?",
                SqlValues.timestamp(month.start()),
                SqlValues.timestamp(month.end()));
        monthlyPartitions.drop("event", month);
        log.info("Dropped the events received from {} to {}", month.start(), month.end());
        return true;
    }

    private boolean waitsIn(Partition month) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from inbox where received_at >= ? and received_at < ?)",
                Boolean.class,
                SqlValues.timestamp(month.start()),
                SqlValues.timestamp(month.end())));
    }
}
