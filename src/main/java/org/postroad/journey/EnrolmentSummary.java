package org.postroad.journey;

import java.time.Instant;

/**
 * A customer's enrolments in one journey so far.
 *
 * @param runs how many, at least one
 * @param inside whether one is still open
 */
public record EnrolmentSummary(int runs, Instant lastEntered, boolean inside) {}
