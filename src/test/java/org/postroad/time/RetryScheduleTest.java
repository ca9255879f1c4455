package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    static final Instant CREATED = Instant.parse("2026-11-23T09:00:00Z");

    final RetrySchedule schedule = new RetrySchedule(
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1)), 0.2, Duration.ofDays(1));
    final UUID id = new UUID(1, 2);

    @Test
    void waitsLongerEachTimeAndThenRepeatsTheLastDelay() {
        assertThat(schedule.delay(id, 0)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(schedule.delay(id, 1)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(schedule.delay(id, 2)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
        assertThat(schedule.delay(id, 30)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    @Test
    void spreadsWhatFailedTogetherAndIsTheSameEachTime() {
        assertThat(schedule.delay(id, 0)).isNotEqualTo(schedule.delay(new UUID(1, 3), 0));
        assertThat(schedule.delay(id, 0)).isEqualTo(schedule.delay(id, 0));
    }

    @Test
    void givesUpWhatIsTooOld() {
        Instant lastMoment = CREATED.plus(Duration.ofDays(1));

        assertThat(schedule.unlessTooOld(lastMoment, CREATED)).contains(lastMoment);
        assertThat(schedule.unlessTooOld(lastMoment.plusMillis(1), CREATED)).isEmpty();
    }
}
