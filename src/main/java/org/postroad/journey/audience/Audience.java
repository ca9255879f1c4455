package org.postroad.journey.audience;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who enter a journey at somebody's word.
 *
 * @param segment the expression that picks them among all customers; null if they were listed
 * @param rate at most so many a second; null for as many as go
 * @param running false once it was stopped; what was not done by then waits for {@code resume}
 * @param invited how many are meant
 * @param entered how many have entered
 * @param passedOver how many were not let in: unknown, not of the segment, inside already, or not again yet
 * @param waiting how many are still to come
 */
public record Audience(
        UUID id,
        String journey,
        @Nullable String segment,
        @Nullable Integer rate,
        boolean running,
        Instant requestedAt,
        long invited,
        long entered,
        long passedOver,
        long waiting) {}
