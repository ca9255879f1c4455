package org.postroad.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart or an order.
 *
 * @param quantity pieces; negative for a return
 * @param price for one piece, in the event's currency
 */
public record LineItem(String productId, double quantity, double price) {

    /** The line's amount. */
    public double amount() {
        return quantity * price;
    }

    /** The line's amount in decimal arithmetic, without binary fractions: 3 times 19.99 is 59.97. */
    public BigDecimal exactAmount() {
        return BigDecimal.valueOf(quantity).multiply(BigDecimal.valueOf(price));
    }

    static List<LineItem> listFrom(@Nullable Object items) {
        return items instanceof List<?> lines
                ? lines.stream()
                        .filter(Map.class::isInstance)
                        .map(line -> from((Map<?, ?>) line))
                        .toList()
                : List.of();
    }

    private static LineItem from(Map<?, ?> line) {
        return new LineItem(
                String.valueOf(line.get("productId")), number(line.get("quantity"), 1), number(line.get("price"), 0));
    }

    private static double number(@Nullable Object value, double absent) {
        return value instanceof Number number ? number.doubleValue() : absent;
    }
}
