package org.postroad.predict.serving;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postroad.catalog.Catalog;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;
import org.springframework.stereotype.Component;

/**
 * Predicts what customers do next. Nobody waits for a model to be learned: until then, the one before or the prior answers.
 * Costs a query for the purchases of however many customers, and one for their products if these are asked for.
 */
@Component
public class Predictions {

    private final EventLog events;
    private final Catalog catalog;
    private final PredictionModels models;
    private final Clock clock;

    Predictions(EventLog events, Catalog catalog, PredictionModels models, Clock clock) {
        this.events = events;
        this.catalog = catalog;
        this.models = models;
        this.clock = clock;
    }

    public CustomerPrediction of(String customerId) {
        List<Event> purchases = events.ofCustomer(customerId, Instant.EPOCH, EventType.PURCHASED);
        return prediction(purchases, clock.instant(), intervals(purchases));
    }

    /** By customer id. */
    public Map<String, CustomerPrediction> ofAll(Collection<String> customerIds) {
        Map<String, List<Event>> purchases = events.ofCustomers(customerIds, Instant.EPOCH, EventType.PURCHASED);
        Instant now = clock.instant();
        ProductIntervals intervals =
                intervals(purchases.values().stream().flatMap(List::stream).toList());
        Map<String, CustomerPrediction> predictions = new HashMap<>();
        customerIds.forEach(id ->
                predictions.put(id, prediction(purchases.getOrDefault(id, List.of()), now, intervals)));
        return predictions;
    }

    private CustomerPrediction prediction(List<Event> purchases, Instant now, ProductIntervals intervals) {
        return new CustomerPrediction(new PurchasePast(purchases, now), now, models::lifetime, intervals);
    }

    private ProductIntervals intervals(List<Event> purchases) {
        return new ProductIntervals(models::habits, () -> catalog.products(products(purchases)));
    }

    private static Set<String> products(List<Event> purchases) {
        Set<String> products = new HashSet<>();
        purchases.forEach(
                order -> order.items().stream().map(LineItem::productId).forEach(products::add));
        return products;
    }

    /**
     * When the first of the products in a purchase is needed again of which the catalogue says that they are used up; empty
     * if there is none. As seen right after the purchase.
     *
     * @param purchase a {@code purchased} event
     */
    public Optional<NextPurchase> replenishment(Event purchase) {
        List<Event> purchases = events.ofCustomer(purchase.customerId(), Instant.EPOCH, EventType.PURCHASED);
        ProductIntervals intervals = intervals(List.of(purchase));
        CustomerPrediction then = prediction(purchases, purchase.occurredAt(), intervals);
        return purchase.items().stream()
                .filter(item -> item.quantity() > 0 && intervals.isUsedUp(item.productId()))
                .flatMap(item -> then.nextPurchase(item.productId()).stream())
                .min(Comparator.comparing(NextPurchase::due));
    }
}
