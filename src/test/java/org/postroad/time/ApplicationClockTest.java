package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationClockTest {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final ApplicationClock clock = ApplicationClock.frozenAt(NOON);

    @Test
    void movesForwardsOnly() {
        clock.moveTo(NOON.plusSeconds(60));
        clock.moveTo(NOON.plusSeconds(30));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void callsListenersAtOnceAndAtEveryMove() {
        List<Instant> seen = new ArrayList<>();
        clock.runOnMove(() -> seen.add(clock.instant()));

        clock.moveTo(NOON.plusSeconds(60));

        assertThat(seen).containsExactly(NOON, NOON.plusSeconds(60));
    }

    @Test
    void restoresAndStoresItsOffset() {
        InMemoryOffset store = new InMemoryOffset(Duration.ofHours(14));
        clock.persistTo(store);
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(14)));

        clock.moveTo(NOON.plus(Duration.ofHours(15)));
        assertThat(store.load()).isEqualTo(Duration.ofHours(15));
    }

    @Test
    void followsRealTimeUnlessFrozen() {
        assertThat(ApplicationClock.followingSystemTime().isFrozen()).isFalse();
        assertThat(clock.isFrozen()).isTrue();
    }

    @Test
    void staysInUtc() {
        assertThatThrownBy(() -> clock.withZone(ZoneId.of("America/New_York")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static final class InMemoryOffset implements ClockOffsetStore {

        private Duration ahead;

        InMemoryOffset(Duration ahead) {
            this.ahead = ahead;
        }

        @Override
        public Duration load() {
            return ahead;
        }

        @Override
        public void save(Duration ahead) {
            this.ahead = ahead;
        }
    }
}
