package org.postroad.journey;

import java.time.Instant;

/**
 * How a customer stands to a journey who has walked it before.
 *
 * @param runs walks so far
 * @param inside whether the last is still going on
 */
public record EnrolmentSummary(int runs, Instant lastEntered, boolean inside) {}
