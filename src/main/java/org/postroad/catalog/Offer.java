package org.postroad.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A benefit that a decision can give to a customer.
 *
 * @param value per cent or an amount in the shop's currency, depending on the kind
 * @param cost what its use costs the shop in addition to the percentage or amount, in the shop's currency
 * @param slots where it may be given: journeys' process ids, or other slot names that steps use
 * @param codePrefix the beginning of personal codes; null if the offer needs no code
 * @param validFor how long a code is valid after it was given; null: for ever
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

    /** The kinds of offers; lower case in JSON. */
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
