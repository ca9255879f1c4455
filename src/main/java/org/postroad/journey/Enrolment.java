package org.postroad.journey;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One customer's walk through one journey.
 *
 * @param run which walk of this customer through this journey, from 1
 * @param holdout walks along and gets nothing, so that lift can be measured
 * @param endReason why it ended: {@code completed}, {@code goal_reached}, {@code unsubscribed} …
 */
public record Enrolment(
        UUID id,
        String journey,
        String customerId,
        int run,
        boolean holdout,
        @Nullable String triggerEventId,
        Instant enteredAt,
        Optional<Instant> endedAt,
        @Nullable String endReason) {

    /** A walk that begins now. */
    public static Enrolment begin(
            String journey, String customerId, int run, boolean holdout, @Nullable String trigger, Instant now) {
        return new Enrolment(
                UuidCreator.getTimeOrderedEpoch(),
                journey,
                customerId,
                run,
                holdout,
                trigger,
                now,
                Optional.empty(),
                null);
    }
}
