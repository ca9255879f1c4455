package org.postroad.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be given.
 *
 * @param value per cent, or an amount in the shop's currency, by kind
 * @param cost what giving it costs the shop when it is used, in the shop's currency, beside a percentage or amount
 * @param slots where it may be given: a journey's process id, or another name that a step uses
 * @param codePrefix starts the personal code; null if the offer needs no code
 * @param validFor how long a given code is good; null for ever
 */
public record Offer(
        String id,
        String name,
        Kind kind,
        BigDecimal value,
        BigDecimal cost,
        List<String> slots,
        @Nullable String codePrefix,
        @Nullable Duration validFor,
        Map<String, Object> attributes) {

    /** What kind of gift; the names in JSON are lower case. */
    public enum Kind {
        FREE_SHIPPING,
        PERCENT,
        AMOUNT,
        GIFT,
        EARLY_ACCESS;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
