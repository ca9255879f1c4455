package org.postroad.event.kafka;

import java.time.Duration;

/** How long to pause after a failure: twice as long after each in a row, from 250 ms to 8 s. Not thread-safe. */
final class RetryBackoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 5; // 8 s

    private long pauseNanos;
    private long since;
    private int failures;

    boolean isElapsed() {
        return System.nanoTime() - since >= pauseNanos;
    }

    void pauseFor(Duration duration) {
        since = System.nanoTime();
        pauseNanos = duration.toNanos();
    }

    /** Begins a pause and returns its length. */
    Duration recordFailure() {
        Duration duration = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        pauseFor(duration);
        return duration;
    }

    void reset() {
        failures = 0;
    }

    /** Whether the last attempt failed. */
    boolean hasFailures() {
        return failures > 0;
    }
}
