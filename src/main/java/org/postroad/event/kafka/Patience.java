package org.postroad.event.kafka;

import java.time.Duration;

/** How long to rest after a failure: longer after each in a row. For one thread. */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 5; // 8 s

    private long rests;
    private long from;
    private int failures;

    boolean isOver() {
        return System.nanoTime() - from >= rests;
    }

    void rest(Duration duration) {
        from = System.nanoTime();
        rests = duration.toNanos();
    }

    /** Rests, and says for how long. */
    Duration failed() {
        Duration duration = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        rest(duration);
        return duration;
    }

    void succeeded() {
        failures = 0;
    }

    /** Whether the last try failed. */
    boolean afterFailures() {
        return failures > 0;
    }
}
