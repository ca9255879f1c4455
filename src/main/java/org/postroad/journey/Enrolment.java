package org.postroad.journey;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a customer through a journey. Journey, customer and run together are unique.
 *
 * @param run counts the customer's enrolments in this journey, from 1
 * @param holdout whether mail and webhook calls of its steps are skipped, so that lift can be measured
 * @param triggerEventId the event that began it; null if somebody began it without an event
 * @param endReason one of the constants of {@link EnrolmentEnded}; empty while it is open
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
        Optional<String> endReason) {

    /** A new, open enrolment that is not stored yet. */
    public static Enrolment begin(
            UUID id,
            String journey,
            String customerId,
            int run,
            boolean holdout,
            @Nullable String trigger,
            Instant now) {
        return new Enrolment(id, journey, customerId, run, holdout, trigger, now, Optional.empty(), Optional.empty());
    }
}
