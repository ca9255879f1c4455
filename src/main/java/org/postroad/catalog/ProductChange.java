package org.postroad.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postroad.event.EventType;

/**
 * A change of a product that customers may want to be told of.
 *
 * @param type of the event that tells them
 * @param properties of that event
 */
record ProductChange(String productId, String type, Map<String, Object> properties) {

    /** The changes between two states of a product; a missing stock or price is no change. */
    static List<ProductChange> between(Product before, Product now) {
        List<ProductChange> changes = new ArrayList<>();
        if (isBack(before, now)) {
            changes.add(new ProductChange(
                    now.id(),
                    EventType.BACK_IN_STOCK,
                    Map.of("productId", now.id(), "stock", Objects.requireNonNull(now.stock()))));
        }
        if (isCheaper(before, now)) {
            changes.add(new ProductChange(
                    now.id(),
                    EventType.PRICE_DROPPED,
                    Map.of("productId", now.id(), "before", price(before), "price", price(now))));
        }
        return changes;
    }

    private static boolean isBack(Product before, Product now) {
        return before.stock() != null && before.stock() == 0 && now.stock() != null && now.stock() > 0;
    }

    private static boolean isCheaper(Product before, Product now) {
        return before.price() != null
                && now.price() != null
                && Objects.equals(before.currency(), now.currency())
                && now.price().compareTo(before.price()) < 0;
    }

    private static BigDecimal price(Product product) {
        return Objects.requireNonNull(product.price());
    }
}
