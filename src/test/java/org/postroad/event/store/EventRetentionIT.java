package org.postroad.event.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.event.EventSettings;
import org.postroad.sql.MonthlyPartitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PostroadTest
class EventRetentionIT {

    private static final Instant LONG_AGO = Instant.parse("2024-01-31T23:59:59.999999Z");
    private static final Instant A_LITTLE_LATER = Instant.parse("2024-02-01T00:00:00Z");

    @Autowired
    Events events;

    @Autowired
    EventLog log;

    @Autowired
    MonthlyPartitions monthlyPartitions;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Test
    void dropsOldMonthsUnlessOneOfTheirEventsWaits() {
        received("retained-old", LONG_AGO);
        received("retained-waiting", A_LITTLE_LATER);
        received("retained-new", clock.instant());
        jdbc.update(
                "delete from inbox where seq in (select seq from event_key where id in (?, ?))",
                "retained-old",
                "retained-new");

        assertThat(retention().runDue()).isEqualTo(2); // January, and March, which holds nothing
        assertThat(log.find("retained-old")).isEmpty();
        assertThat(log.find("retained-waiting")).isPresent();
        assertThat(log.find("retained-new")).isPresent();

        jdbc.update("delete from inbox where seq in (select seq from event_key where id = 'retained-waiting')");
        assertThat(retention().runDue()).isPositive();
        assertThat(log.find("retained-waiting")).isEmpty();
        assertThat(events.insert("", List.of(event("retained-old")), LONG_AGO, false)
                        .stored())
                .containsExactly("retained-old"); // its partition is made again
        jdbc.update("delete from inbox where received_at < '2025-01-01'");
        retention().runDue();
    }

    private void received(String id, Instant at) {
        events.insert("", List.of(event(id)), at, false);
    }

    private static Event event(String id) {
        return new Event(id, "retained", "searched", LONG_AGO, Map.of());
    }

    private EventRetention retention() {
        return new EventRetention(
                monthlyPartitions,
                jdbc,
                clock,
                new EventSettings(500, 2, 1_000_000, Period.ofYears(2), Duration.ofMinutes(5)));
    }
}
