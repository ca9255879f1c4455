package org.postroad.customer;

import java.time.Instant;
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
}
