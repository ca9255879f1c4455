package org.postroad.feature;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;

/**
 * A shop of one test in the running application: every id begins with its name. {@link #recordEvents} stores what happened;
 * the events act when the scheduler runs.
 */
public final class SmallShop {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final String name;
    private final Catalog catalog;
    private final EventIntake intake;
    private final Instant now;
    private final List<Event> unrecorded = new ArrayList<>();

    public SmallShop(String name, Catalog catalog, EventIntake intake, Instant now) {
        this.name = name;
        this.catalog = catalog;
        this.intake = intake;
        this.now = now;
    }

    /** An id of this shop. */
    public String id(String what) {
        return name + "-" + what;
    }

    public String slot() {
        return id("slot");
    }

    public SmallShop sells(String product, String category, double price, double cost, String... tags) {
        catalog.putProducts(List.of(new Product(
                id(product),
                product,
                name,
                id(category),
                BigDecimal.valueOf(price),
                "EUR",
                BigDecimal.valueOf(cost),
                null,
                null,
                List.of(tags),
                10,
                null,
                Map.of())));
        return this;
    }

    public SmallShop publishes(String article, String... topics) {
        catalog.putArticles(List.of(new Article(
                id(article), article, null, List.of(topics), "https://shop.example/" + id(article), null, Map.of())));
        return this;
    }

    public SmallShop gives(String offer, Offer.Kind kind, double value, double cost) {
        return puts(id(offer), offer, kind, value, cost);
    }

    private SmallShop puts(String id, String offer, Offer.Kind kind, double value, double cost) {
        catalog.putOffers(List.of(new Offer(
                id,
                offer,
                kind,
                BigDecimal.valueOf(value),
                BigDecimal.valueOf(cost),
                List.of(slot()),
                "T",
                Duration.ofDays(5),
                Map.of())));
        return this;
    }

    /** Free shipping, ten per cent and early access. */
    public SmallShop givesStandardOffers() {
        return gives("free-shipping", Offer.Kind.FREE_SHIPPING, 0, 4.95)
                .gives("ten-percent", Offer.Kind.PERCENT, 10, 0)
                .gives("early-access", Offer.Kind.EARLY_ACCESS, 0, 0.50);
    }

    /** The standard offers under the ids that the bundled model knows. */
    public SmallShop givesOffersOfTheBundledModel() {
        return puts("free-shipping", "free-shipping", Offer.Kind.FREE_SHIPPING, 0, 4.95)
                .puts("ten-percent", "ten-percent", Offer.Kind.PERCENT, 10, 0)
                .puts("early-access", "early-access", Offer.Kind.EARLY_ACCESS, 0, 0.50);
    }

    public SmallShop hasSubscriber(String customer) {
        happened(customer, "signed_up", 400, Map.of("email", id(customer) + "@customers.example"));
        return happened(customer, "subscribed", 400, Map.of("topic", "marketing", "source", "form"));
    }

    public SmallShop viewed(String customer, String product, int times) {
        for (int i = 0; i < times; i++) {
            happened(customer, "product_viewed", 0.6 + 0.01 * i, Map.of("productId", id(product), "seconds", 40));
        }
        return this;
    }

    /** @param code null for an order at the full price */
    public SmallShop ordered(String customer, double daysAgo, @Nullable String code, String... products) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderId", id("order") + NUMBER.incrementAndGet());
        order.put("items", List.of(products).stream().map(this::item).toList());
        if (code != null) {
            order.put("discountCode", code);
            order.put("discountAmount", 4.95);
        }
        return happened(customer, "purchased", daysAgo, order);
    }

    public SmallShop happened(String customer, String type, double daysAgo, Map<String, ?> properties) {
        Instant at = now.minusSeconds(Math.round(daysAgo * 86_400));
        String id = id("event") + NUMBER.incrementAndGet();
        unrecorded.add(new Event(id, id(customer), type, at, new LinkedHashMap<>(properties)));
        return this;
    }

    /** Records all events that happened since the last call. */
    public void recordEvents() {
        intake.record(unrecorded);
        unrecorded.clear();
    }

    private Map<String, Object> item(String product) {
        Product sold = catalog.product(id(product)).orElseThrow();
        return Map.of("productId", sold.id(), "quantity", 1, "price", price(sold));
    }

    private static double price(Product product) {
        return product.price() == null ? 0 : product.price().doubleValue();
    }
}
