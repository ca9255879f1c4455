package org.postroad.journey;

import java.time.Instant;

/**
 * A version of a journey.
 *
 * @param people who walk in it now
 */
public record JourneyVersion(int version, Instant deployedAt, long people) {}
