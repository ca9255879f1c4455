package org.postroad.customer.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;
import org.springframework.stereotype.Component;

/** Reckons with the catalog's days at first, and more and more with the customer's own habit. */
@Component
class DefaultReplenishmentForecast implements ReplenishmentForecast {

    /** As many purchases as the catalog's word is worth. */
    private static final int WEIGHT_OF_THE_CATALOG = 2;

    private final Catalog catalog;
    private final EventLog events;

    DefaultReplenishmentForecast(Catalog catalog, EventLog events) {
        this.catalog = catalog;
        this.events = events;
    }

    @Override
    public Optional<Instant> runOutAt(Event purchase) {
        Map<String, Product> products = catalog.products(
                purchase.items().stream().map(LineItem::productId).toList());
        return purchase.items().stream()
                .filter(lineItem -> lineItem.quantity() > 0)
                .flatMap(lineItem -> Optional.ofNullable(products.get(lineItem.productId()))
                        .map(Product::consumableDays)
                        .map(days -> lasts(purchase, lineItem, days))
                        .stream())
                .min(Comparator.naturalOrder())
                .map(purchase.occurredAt()::plus);
    }

    private Duration lasts(Event purchase, LineItem lineItem, int catalogDays) {
        List<Duration> perPiece = ownDurationsPerPiece(purchase, lineItem.productId());
        double days = (double) catalogDays * WEIGHT_OF_THE_CATALOG
                + perPiece.stream()
                        .mapToDouble(DefaultReplenishmentForecast::days)
                        .sum();
        return Duration.ofSeconds(
                Math.round(days / (WEIGHT_OF_THE_CATALOG + perPiece.size()) * lineItem.quantity() * 86_400));
    }

    /** How long a piece lasted each time, from one purchase of the product to the next, up to this one. */
    private List<Duration> ownDurationsPerPiece(Event purchase, String productId) {
        List<Event> earlier = events.ofCustomer(purchase.customerId(), Instant.EPOCH, EventType.PURCHASED).stream()
                .filter(event -> !event.occurredAt().isAfter(purchase.occurredAt()))
                .filter(event -> pieces(event, productId) > 0)
                .toList();
        List<Duration> pace = new ArrayList<>();
        for (int i = 1; i < earlier.size(); i++) {
            Duration between = Duration.between(
                    earlier.get(i - 1).occurredAt(), earlier.get(i).occurredAt());
            pace.add(Duration.ofSeconds(Math.round(between.toSeconds() / pieces(earlier.get(i - 1), productId))));
        }
        return pace;
    }

    private static double pieces(Event purchase, String productId) {
        return purchase.items().stream()
                .filter(lineItem -> lineItem.productId().equals(productId))
                .mapToDouble(LineItem::quantity)
                .sum();
    }

    private static double days(Duration duration) {
        return duration.toSeconds() / 86_400.0;
    }
}
