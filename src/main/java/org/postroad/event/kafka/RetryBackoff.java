package org.postroad.event.kafka;

import java.time.Duration;

/** How long to rest after a failure: longer after each in a row. For one thread. */
final class RetryBackoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 5; // 8 s

    private long rests;
    private long from;
    private int failures;

    boolean isElapsed() {
        return System.nanoTime() - from >= rests;
    }

    void pauseFor(Duration duration) {
        from = System.nanoTime();
        rests = duration.toNanos();
    }

    /** Rests, and says for how long. */
    Duration recordFailure() {
        Duration duration = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        pauseFor(duration);
        return duration;
    }

    void reset() {
        failures = 0;
    }

    /** Whether the last try failed. */
    boolean hasFailures() {
        return failures > 0;
    }
}
