package org.postroad.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be bought.
 *
 * @param price of one piece, in {@code currency} (ISO 4217)
 * @param cost of one piece to the shop, in the same currency
 * @param consumableDays days until one piece is used up; null if it is not consumed
 * @param attributes whatever else the shop sent
 */
public record Product(
        String id,
        String name,
        @Nullable String brand,
        @Nullable String category,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable BigDecimal cost,
        @Nullable String url,
        @Nullable String imageUrl,
        List<String> tags,
        @Nullable Integer stock,
        @Nullable Integer consumableDays,
        Map<String, Object> attributes) {}
