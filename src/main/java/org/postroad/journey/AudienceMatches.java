package org.postroad.journey;

import java.time.Instant;
import java.util.Map;

/**
 * Which audiences some customers match now.
 *
 * @param byJourney by journey key and customer id; a customer is absent where the expression fails
 * @param validUntil by customer id, until when none of the results changes unless an event changes the customer; a moment
 *     that has passed means that they may change at any time
 */
public record AudienceMatches(Map<String, Map<String, Boolean>> byJourney, Map<String, Instant> validUntil) {}
