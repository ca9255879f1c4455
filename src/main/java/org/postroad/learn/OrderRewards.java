package org.postroad.learn;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;
import org.postroad.feature.Deal;

/** What came of a choice: the orders of the days after it, and what they earned. */
final class OrderRewards {

    /** After this time a purchase is no longer credited to a choice, and no sooner is a choice learned from. */
    static final Duration WINDOW = Duration.ofDays(5);

    /** What is left of a price where the catalogue does not tell the cost: a rough average of retail. */
    private static final double USUAL_MARGIN = 0.4;

    private final Catalog catalog;

    OrderRewards(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The orders within the window after a moment. */
    List<Event> ordersAfter(Instant moment, List<Event> events) {
        Instant end = moment.plus(WINDOW);
        return events.stream()
                .filter(event -> event.is(EventType.PURCHASED))
                .filter(event -> event.occurredAt().isAfter(moment)
                        && !event.occurredAt().isAfter(end))
                .toList();
    }

    /**
     * What an order was worth to the shop. A discount code may stand for something that is not in the price (a gift), so
     * with a code the cost of the offer is the least that it took.
     */
    TrainingExample.CreditedOrder creditedOrder(Event order, Deal offered) {
        double value = order.items().stream().mapToDouble(LineItem::amount).sum();
        double margin = order.items().stream().mapToDouble(this::margin).sum();
        double discount = order.number("discountAmount").orElse(0);
        boolean code =
                order.text("discountCode").filter(text -> !text.isBlank()).isPresent();
        double took = code ? Math.max(discount, offered.costOf(value)) : discount;
        return new TrainingExample.CreditedOrder(value, margin, margin - took);
    }

    private double margin(LineItem lineItem) {
        Optional<Double> cost =
                catalog.product(lineItem.productId()).map(Product::cost).map(BigDecimal::doubleValue);
        return cost.map(known -> lineItem.amount() - known * lineItem.quantity())
                .orElse(lineItem.amount() * USUAL_MARGIN);
    }
}
