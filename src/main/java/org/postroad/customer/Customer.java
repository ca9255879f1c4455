package org.postroad.customer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;

/**
 * A person with an id.
 *
 * @param timeZone where their day is; UTC while unknown
 * @param attributes whatever else the shop told
 * @param consents by topic
 * @param createdAt since when we know of them: the first of their events, or when they were first told to us
 */
public record Customer(
        String id,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        ZoneId timeZone,
        Map<String, Object> attributes,
        Map<String, Consent> consents,
        Instant createdAt) {}
