package org.postroad.customer.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said about mail on one topic, and how we know.
 *
 * @param at when it was said
 * @param source where: a form, an import, a one-click unsubscribe
 * @param text the wording that was agreed to
 */
public record Consent(
        boolean granted,
        Instant at,
        @Nullable String source,
        @Nullable String text) {

    /** The topic of commercial mail. */
    public static final String MARKETING = "marketing";

    /** The topic of mail that the customer asked for. It needs no consent, and yet it can be declined. */
    public static final String SERVICE = "service";

    /** As the properties of an event that tells it. */
    public Map<String, Object> toProperties(String topic) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("topic", topic);
        if (source != null) {
            properties.put("source", source);
        }
        if (text != null) {
            properties.put("text", text);
        }
        return properties;
    }
}
