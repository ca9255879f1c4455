package org.postroad.predict.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postroad.event.Event;
import org.postroad.event.LineItem;
import org.postroad.predict.lifetime.CustomerPurchases;
import org.postroad.predict.replenishment.RepurchaseHistory;

/**
 * What one customer bought, in the same words as {@link PurchaseStream} has for learning: returns are no purchases, those of one
 * day are one, and products count for two years.
 */
final class PurchasePast {

    private final List<Event> orders;
    private final Map<String, List<Line>> lines = new TreeMap<>();
    private final int today;

    /** @param now what happened later is not known */
    PurchasePast(List<Event> purchases, Instant now) {
        this.today = Days.of(now);
        this.orders = purchases.stream()
                .filter(order -> !order.occurredAt().isAfter(now))
                .filter(order -> order.amount().signum() >= 0)
                .toList();
        Instant since = Days.startOf(today).minus(PurchaseStream.PRODUCT_PERIOD);
        purchases.stream()
                .filter(order ->
                        !order.occurredAt().isAfter(now) && !order.occurredAt().isBefore(since))
                .forEach(this::addLines);
    }

    private record Line(int day, double units) {}

    private void addLines(Event order) {
        for (LineItem item : order.items()) {
            if (item.quantity() > 0) {
                lines.computeIfAbsent(item.productId(), first -> new ArrayList<>())
                        .add(new Line(Days.of(order.occurredAt()), item.quantity()));
            }
        }
    }

    int today() {
        return today;
    }

    /** Empty if the customer never bought. */
    Optional<CustomerPurchases> orders() {
        return Optional.of(CustomerPurchases.of(
                        orders.stream()
                                .mapToInt(order -> Days.of(order.occurredAt()))
                                .toArray(),
                        orders.stream()
                                .mapToDouble(order -> order.amount().doubleValue())
                                .toArray()))
                .filter(purchases -> purchases.countUntil(today) > 0);
    }

    /** The products, by id. */
    Iterable<String> products() {
        return lines.keySet();
    }

    /** Empty if the customer did not buy the product. */
    Optional<RepurchaseHistory> of(String product) {
        return Optional.ofNullable(lines.get(product))
                .map(bought -> RepurchaseHistory.of(
                        bought.stream().mapToInt(Line::day).toArray(),
                        bought.stream().mapToDouble(Line::units).toArray(),
                        today));
    }
}
