package org.postroad.journey;

import java.time.Instant;

/**
 * A deployed version of a journey.
 *
 * @param people open enrolments in it now
 */
public record JourneyVersion(int version, Instant deployedAt, long people) {}
