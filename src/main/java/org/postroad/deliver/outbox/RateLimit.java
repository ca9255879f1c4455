package org.postroad.deliver.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * The rate limit of a domain: one message each interval, in slots that all nodes share. No ten seconds see more messages
 * than the limit allows: slots are 5 % further apart than the limit asks, an unused slot is kept for {@link #SAVED}, and a
 * message is sent within {@link #USED_WITHIN} of taking its slot or loses it. So ten seconds see at most 10.5 s of slots, at
 * 95 % of the limit.
 *
 * @param interval between two slots
 */
record RateLimit(Duration interval) {

    static final Duration SAVED = Duration.ofMillis(200);
    static final Duration USED_WITHIN = Duration.ofMillis(300);

    private static final double SHARE_OF_LIMIT = 0.95;
    private static final double NANOS = 1e9;

    static RateLimit of(double mailsPerSecond) {
        return new RateLimit(Duration.ofNanos(Math.round(NANOS / (mailsPerSecond * SHARE_OF_LIMIT))));
    }

    /**
     * How many slots are free now.
     *
     * @param next the first free slot
     * @param wanted at most as many are granted
     */
    int grant(Instant next, int wanted, Instant now) {
        Instant first = first(next, now);
        if (first.isAfter(now)) {
            return 0;
        }
        long slots = 1 + Duration.between(first, now).dividedBy(interval);
        return (int) Math.min(wanted, slots);
    }

    /** The first free slot once these are taken. */
    Instant nextFreeSlot(Instant next, int granted, Instant now) {
        return granted == 0 ? next : first(next, now).plus(interval.multipliedBy(granted));
    }

    private static Instant first(Instant next, Instant now) {
        Instant oldest = now.minus(SAVED);
        return next.isBefore(oldest) ? oldest : next;
    }
}
