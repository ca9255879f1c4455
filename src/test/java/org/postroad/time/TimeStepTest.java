package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeStepTest {

    @Test
    void endsWithTheStepInWhichTheMomentLies() {
        TimeStep tenMinutes = new TimeStep(Duration.ofMinutes(10));
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        assertThat(tenMinutes.endOf(noon)).isEqualTo(noon);
        assertThat(tenMinutes.endOf(noon.plusNanos(1))).isEqualTo("2026-11-23T12:10:00Z");
        assertThat(tenMinutes.endOf(noon.plusSeconds(600))).isEqualTo("2026-11-23T12:10:00Z");
        assertThat(tenMinutes.endOf(Instant.parse("1969-12-31T23:59:59.5Z"))).isEqualTo(Instant.EPOCH);
    }
}
