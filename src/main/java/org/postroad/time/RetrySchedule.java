package org.postroad.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * When something that failed for the time being is tried again: after each delay in turn, then after the last one again
 * and again, until it is too old. Each delay is lengthened or shortened at random, so that what failed together is not
 * tried again together.
 *
 * @param delays before the second attempt, the third and so on; at least one
 * @param jitter the largest share of a delay, in (0, 1), by which it is lengthened or shortened
 * @param giveUpAfter how old it may become
 */
public record RetrySchedule(List<Duration> delays, double jitter, Duration giveUpAfter) {

    /**
     * How long to wait before the next attempt, to the millisecond. The same for the same arguments, so that simulations
     * can be repeated.
     *
     * @param id of what is tried again; seeds the jitter
     * @param earlierAttempts how many attempts had failed before the present one
     */
    public Duration delay(UUID id, int earlierAttempts) {
        Duration delay = delays.get(Math.min(earlierAttempts, delays.size() - 1));
        SplittableRandom random = new SplittableRandom(id.getLeastSignificantBits() + earlierAttempts);
        return Duration.ofMillis(Math.round(delay.toMillis() * random.nextDouble(1 - jitter, 1 + jitter)));
    }

    /** That moment, or empty if what was created at {@code createdAt} is too old by then: it is given up. */
    public Optional<Instant> unlessTooOld(Instant next, Instant createdAt) {
        return Optional.of(next).filter(each -> !each.isAfter(createdAt.plus(giveUpAfter)));
    }
}
