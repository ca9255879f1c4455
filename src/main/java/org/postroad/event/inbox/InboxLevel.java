package org.postroad.event.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.postroad.event.EventSettings;
import org.postroad.event.InboxFull;
import org.postroad.sql.CachedQuery;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How full the inbox was at most two seconds ago: the same on each node, since they share it. */
@Component
public class InboxLevel {

    private static final String LEVEL = Sql.of(InboxLevel.class, "inbox-level");

    private final CachedQuery<Optional<Level>> level;
    private final long mostWaiting;
    private final Clock clock;

    InboxLevel(JdbcTemplate jdbc, EventSettings settings, Clock clock, MeterRegistry registry) {
        this.level = new CachedQuery<>(
                () -> Optional.ofNullable(jdbc.queryForObject(LEVEL, (row, number) -> level(row))), Optional.empty());
        this.mostWaiting = settings.mostWaiting();
        this.clock = clock;
        gauge("postroad.inbox.depth", "Events that wait in the inbox", "events", Level::waiting, registry);
        gauge(
                "postroad.inbox.age",
                "How long the oldest of them has waited",
                "seconds",
                level -> age(level).toMillis() / 1_000.0,
                registry);
        gauge("postroad.inbox.set.aside", "Dead letters at present", "events", Level::deadLetters, registry);
    }

    /** Is NaN while the database does not answer. */
    private void gauge(
            String name, String description, String unit, ToDoubleFunction<Level> value, MeterRegistry registry) {
        Gauge.builder(name, this, it -> it.latest().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    /** Empty while the database does not answer. */
    Optional<Level> latest() {
        return level.get();
    }

    /**
     * For senders who can wait; Postroad's own events are always taken in.
     *
     * @throws InboxFull if too many events wait, up to two seconds late
     */
    public void requireCapacity() {
        latest().filter(level -> level.waiting() > mostWaiting).ifPresent(level -> {
            throw new InboxFull(level.waiting());
        });
    }

    /** How long the oldest event has waited; zero if none does. */
    Duration age(Level level) {
        return level.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Level level(ResultSet row) throws SQLException {
        return new Level(row.getLong("waiting"), SqlValues.instantIfAny(row, "oldest"), row.getLong("set_aside"));
    }

    /**
     * What is in the inbox.
     *
     * @param oldest when the event was received that has waited longest
     */
    record Level(long waiting, Optional<Instant> oldest, long deadLetters) {}
}
