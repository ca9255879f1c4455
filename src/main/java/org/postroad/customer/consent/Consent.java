package org.postroad.customer.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's consent to mail on one topic, or its withdrawal, with the proof.
 *
 * @param at when the customer gave or withdrew it
 * @param source where: a form, an import, a one-click unsubscribe
 * @param text the wording that the customer agreed to
 */
public record Consent(
        boolean granted,
        Instant at,
        @Nullable String source,
        @Nullable String text) {

    /** The topic of commercial mail. */
    public static final String MARKETING = "marketing";

    /** The topic of mail that the customer asked for. It needs no consent, but can be declined. */
    public static final String SERVICE = "service";

    /** The properties of a {@code subscribed} or {@code unsubscribed} event that reports it. */
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
