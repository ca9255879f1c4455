package org.postroad.customer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;

/**
 * A person with an id.
 *
 * @param email as {@link EmailAddress} stores it
 * @param locale a BCP 47 language tag
 * @param timeZone UTC while unknown
 * @param attributes all other properties that applications sent, without blank ones
 * @param consents by topic; a topic without a statement of the customer is absent
 * @param createdAt the time of their earliest event, or when they were first put
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
        Instant createdAt) {

    Customer withConsents(Map<String, Consent> current) {
        return new Customer(id, email, firstName, lastName, locale, timeZone, attributes, current, createdAt);
    }
}
