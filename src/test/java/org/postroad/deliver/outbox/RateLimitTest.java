package org.postroad.deliver.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** Nodes claim at random times and for random numbers, and send as late as they may. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 3, 7.5, 20, 50, 333})
    void keepsEveryTenSecondsBelowTheLimit(double limit) {
        RateLimit rateLimit = RateLimit.of(limit);
        SplittableRandom random = new SplittableRandom(7);
        List<Instant> left = new ArrayList<>();
        Instant next = NOW;
        for (Instant now = NOW; now.isBefore(NOW.plusSeconds(600)); now = now.plusMillis(random.nextInt(1, 400))) {
            int granted = rateLimit.grant(next, random.nextInt(1, 60), now);
            next = rateLimit.nextFreeSlot(next, granted, now);
            for (int i = 0; i < granted; i++) {
                left.add(now.plusMillis(random.nextLong(RateLimit.USED_WITHIN.toMillis() + 1)));
            }
        }
        assertThat(busiestWindow(left)).isLessThanOrEqualTo((int) Math.ceil(limit * WINDOW.toSeconds()));
    }

    private static int busiestWindow(List<Instant> times) {
        List<Instant> sorted = times.stream().sorted().toList();
        int most = 0;
        for (int first = 0, last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plus(WINDOW).isAfter(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @Test
    void grantsAlmostTheWholeLimitToFrequentClaims() {
        RateLimit rateLimit = RateLimit.of(20);
        int granted = 0;
        Instant next = NOW;
        for (Instant now = NOW; now.isBefore(NOW.plusSeconds(100)); now = now.plusMillis(100)) {
            int more = rateLimit.grant(next, 1_000, now);
            next = rateLimit.nextFreeSlot(next, more, now);
            granted += more;
        }
        assertThat(granted).isBetween(1_880, 2_000);
    }

    @Test
    void keepsFewUnusedSlots() {
        RateLimit rateLimit = RateLimit.of(100);
        assertThat(rateLimit.grant(NOW.minusSeconds(3_600), 1_000, NOW)).isEqualTo(19);
        assertThat(rateLimit.grant(NOW.plusMillis(1), 1_000, NOW)).isZero();
        assertThat(rateLimit.nextFreeSlot(NOW.plusMillis(1), 0, NOW)).isEqualTo(NOW.plusMillis(1));
    }
}
