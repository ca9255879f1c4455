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

/**
 * When a consumable will be used up: by the catalog's days for a piece at first, and by the customer's own interval
 * between purchases as their number grows. The estimate is a mean with pseudo-counts (empirical Bayes).
 */
@Component
public class ReplenishmentForecast {

    /** How many own intervals the catalog's days count as. */
    private static final int CATALOG_WEIGHT = 2;

    private final Catalog catalog;
    private final EventLog events;

    ReplenishmentForecast(Catalog catalog, EventLog events) {
        this.catalog = catalog;
        this.events = events;
    }

    /**
     * When the first of the consumables in a purchase will be used up; empty if nothing in it is consumable.
     *
     * @param purchase a {@code purchased} event
     */
    public Optional<Instant> runOutAt(Event purchase) {
        Map<String, Product> products = catalog.products(
                purchase.items().stream().map(LineItem::productId).toList());
        return purchase.items().stream()
                .filter(item -> item.quantity() > 0)
                .flatMap(item -> Optional.ofNullable(products.get(item.productId()))
                        .map(Product::consumableDays)
                        .map(days -> duration(purchase, item, days))
                        .stream())
                .min(Comparator.naturalOrder())
                .map(purchase.occurredAt()::plus);
    }

    private Duration duration(Event purchase, LineItem item, int catalogDays) {
        List<Duration> perPiece = ownDurationsPerPiece(purchase, item.productId());
        double days = (double) catalogDays * CATALOG_WEIGHT
                + perPiece.stream().mapToDouble(ReplenishmentForecast::days).sum();
        return Duration.ofSeconds(Math.round(days / (CATALOG_WEIGHT + perPiece.size()) * item.quantity() * 86_400));
    }

    /** How long a piece lasted each time, from one purchase of the product to the next, up to this one. */
    private List<Duration> ownDurationsPerPiece(Event purchase, String productId) {
        List<Event> earlier = events.ofCustomer(purchase.customerId(), Instant.EPOCH, EventType.PURCHASED).stream()
                .filter(event -> !event.occurredAt().isAfter(purchase.occurredAt()))
                .filter(event -> pieces(event, productId) > 0)
                .toList();
        List<Duration> durations = new ArrayList<>();
        for (int i = 1; i < earlier.size(); i++) {
            Duration between = Duration.between(
                    earlier.get(i - 1).occurredAt(), earlier.get(i).occurredAt());
            durations.add(Duration.ofSeconds(Math.round(between.toSeconds() / pieces(earlier.get(i - 1), productId))));
        }
        return durations;
    }

    private static double pieces(Event purchase, String productId) {
        return purchase.items().stream()
                .filter(item -> item.productId().equals(productId))
                .mapToDouble(LineItem::quantity)
                .sum();
    }

    private static double days(Duration duration) {
        return duration.toSeconds() / 86_400.0;
    }
}
