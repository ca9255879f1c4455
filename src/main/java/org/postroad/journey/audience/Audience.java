package org.postroad.journey.audience;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk enrolment of customers in a journey, and its progress.
 *
 * @param segment the expression that selects them among all customers; null if they were listed
 * @param rate the highest number of customers a second; null for no limit
 * @param running false after a stop, until {@code resume}
 * @param invited all customers of the audience
 * @param entered those enrolled so far
 * @param passedOver those skipped: unknown, outside the segment, in the journey already, or refused by its re-entry rule
 * @param waiting those not processed yet
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
