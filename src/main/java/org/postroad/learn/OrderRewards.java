package org.postroad.learn;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.decide.model.OfferModel;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;
import org.postroad.feature.Deal;

/** The outcome of a decision: the orders of the following days, and what they earned. */
final class OrderRewards {

    /** The attribution window. Later orders are not credited to a decision, and younger decisions are not learned from. */
    static final Duration WINDOW = OfferModel.WINDOW;

    /** The margin as a share of the price where the catalog has no cost: a rough average in retail. */
    private static final BigDecimal DEFAULT_MARGIN = new BigDecimal("0.4");

    private final Catalog catalog;

    OrderRewards(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The {@code purchased} events within the window after a moment. */
    List<Event> ordersAfter(Instant moment, List<Event> events) {
        Instant end = moment.plus(WINDOW);
        return events.stream()
                .filter(event -> event.is(EventType.PURCHASED))
                .filter(event -> event.occurredAt().isAfter(moment)
                        && !event.occurredAt().isAfter(end))
                .toList();
    }

    /**
     * The value, margin and reward of an order. A discount code may stand for something outside the price (a gift): with a
     * code, the order bears the cost of the offer at least.
     */
    TrainingExample.CreditedOrder creditedOrder(Event order, Deal offered) {
        BigDecimal value = sum(order, LineItem::exactAmount);
        BigDecimal margin = sum(order, this::margin);
        return new TrainingExample.CreditedOrder(value, margin, margin.subtract(discount(order, offered, value)));
    }

    private static BigDecimal sum(Event order, Function<LineItem, BigDecimal> amount) {
        return order.items().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal discount(Event order, Deal offered, BigDecimal value) {
        BigDecimal discount = order.decimal("discountAmount").orElse(BigDecimal.ZERO);
        boolean code =
                order.text("discountCode").filter(text -> !text.isBlank()).isPresent();
        return code ? discount.max(BigDecimal.valueOf(offered.costOf(value.doubleValue()))) : discount;
    }

    private BigDecimal margin(LineItem item) {
        return catalog.product(item.productId())
                .map(Product::cost)
                .map(cost -> item.exactAmount().subtract(cost.multiply(BigDecimal.valueOf(item.quantity()))))
                .orElse(item.exactAmount().multiply(DEFAULT_MARGIN));
    }
}
