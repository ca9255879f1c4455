package org.postroad.time;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids without chance: the clock's time and a number. A process that rehearses the same makes the same ids. The number goes
 * on when the clock is set back, so no id comes twice.
 */
final class RehearsalIds implements Ids {

    private static final int TIME_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = Long.MIN_VALUE; // the bits 10

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    RehearsalIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        return new UUID(clock.millis() << TIME_SHIFT | VERSION_7, VARIANT | last.incrementAndGet());
    }
}
