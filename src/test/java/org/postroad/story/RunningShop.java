package org.postroad.story;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small running shop and its people, told to Postroad over HTTP. */
final class RunningShop {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final OutsideApplication app;
    private final Instant today;

    RunningShop(OutsideApplication app) {
        this.app = app;
        this.today = app.now();
    }

    /** Shoes of one brand, what goes with them, something to read and three things to give. */
    void opens() {
        product("runner-1", "Cloudstep 1", "Stride", "running-shoes", 110, 62);
        product("runner-2", "Cloudstep 2", "Stride", "running-shoes", 129, 70);
        product("socks", "Merino running socks", "Fleece & Foot", "accessories", 16, 6);
        product("tracker", "Pace fitness tracker", "Pulse", "electronics", 89, 51);
        product("kettle", "Camping kettle", "Hearth", "camping", 39, 18);
        article(
                "first-marathon",
                "Your first marathon: sixteen weeks from sofa to start line",
                List.of("beginner-running"));
        article("knots", "Five knots for a stormy night", List.of("camping"));
        offer("free-shipping", "Free shipping", "free_shipping", 0, 5, "SHIP");
        offer("ten-percent", "10 % off", "percent", 10, 0, "TEN");
        offer("early-access", "Early access to the spring range", "early_access", 0, 0.5, "EARLY");
        for (int neighbour = 1; neighbour <= 12; neighbour++) {
            String shoes = neighbour % 2 == 0 ? "runner-1" : "runner-2";
            buys("neighbour-" + neighbour, neighbour + 3, null, shoes, "socks", "tracker");
            buys("camper-" + neighbour, neighbour + 3, null, "kettle");
        }
    }

    /** A customer with consent, an address and a zone, pinned to or kept from the holdout. */
    void knows(String id, String firstName, boolean heldOut) {
        app.put(
                "/api/customers/" + id,
                Map.of(
                        "email", address(id),
                        "firstName", firstName,
                        "timeZone", NEW_YORK.getId(),
                        "holdout", heldOut,
                        "consents",
                                Map.of(
                                        "marketing",
                                        Map.of(
                                                "granted",
                                                true,
                                                "at",
                                                today.minus(Duration.ofDays(300))
                                                        .toString(),
                                                "source",
                                                "checkout"))));
    }

    void knowsWithoutConsent(String id, String firstName) {
        app.put(
                "/api/customers/" + id,
                Map.of("email", address(id), "firstName", firstName, "timeZone", NEW_YORK.getId(), "holdout", false));
    }

    static String address(String id) {
        return id + "@customers.example";
    }

    /** Opens and clicks her mail around that time on the last twenty weekdays. */
    void readsMailAround(String id, LocalTime time) {
        ZonedDateTime day = today.atZone(NEW_YORK);
        for (int back = 1, read = 0; read < 20; back++) {
            ZonedDateTime morning = day.minusDays(back).with(time).plusMinutes(read % 5 * 3 - 6);
            if (morning.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
                app.happened(
                        id, "email_sent", morning.minusMinutes(20 + read * 61).toInstant(), Map.of());
                app.happened(id, "email_opened", morning.toInstant(), Map.of());
                if (read % 2 == 0) {
                    app.happened(id, "email_clicked", morning.plusMinutes(1).toInstant(), Map.of());
                }
                read++;
            }
        }
    }

    /** Bought with a discount four times out of five. */
    void buysMostlyWithDiscount(String id) {
        for (int order = 1; order <= 5; order++) {
            buys(id, order * 40, order == 3 ? null : "SALE", "kettle");
        }
    }

    /** Bought often and never with a discount. */
    void alwaysPaysFullPrice(String id) {
        for (int order = 1; order <= 8; order++) {
            buys(id, order * 25, null, "kettle");
        }
    }

    void readsBeginnerRunning(String id) {
        for (int days = 2; days <= 6; days++) {
            app.happened(id, "article_read", ago(days), Map.of("articleId", "first-marathon", "seconds", 120));
        }
    }

    Instant nextMondayEvening() {
        ZonedDateTime monday = today.atZone(NEW_YORK)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.of(19, 5));
        return monday.toInstant();
    }

    private void buys(String customer, int daysAgo, String code, String... products) {
        List<Map<String, Object>> items = List.of(products).stream()
                .map(product -> Map.<String, Object>of("productId", product, "quantity", 1, "price", 40))
                .toList();
        Map<String, Object> order = new HashMap<>(
                Map.of("orderId", customer + "-" + daysAgo, "items", items, "total", 40 * products.length));
        if (code != null) {
            order.put("discountCode", code);
            order.put("discountAmount", 6);
        }
        app.happened(customer, "purchased", ago(daysAgo), order);
    }

    private Instant ago(int days) {
        return today.minus(Duration.ofDays(days));
    }

    private void product(String id, String name, String brand, String category, double price, double cost) {
        app.put(
                "/api/products/" + id,
                Map.of(
                        "name", name,
                        "brand", brand,
                        "category", category,
                        "price", price,
                        "cost", cost,
                        "currency", "USD",
                        "url", "https://shop.example/" + id,
                        "stock", 40));
    }

    private void article(String id, String title, List<String> topics) {
        app.put(
                "/api/articles/" + id,
                Map.of(
                        "title",
                        title,
                        "topics",
                        topics,
                        "summary",
                        "Read this before you start.",
                        "url",
                        "https://shop.example/read/" + id));
    }

    private void offer(String id, String name, String kind, double value, double cost, String codePrefix) {
        app.put(
                "/api/offers/" + id,
                Map.of(
                        "name", name,
                        "kind", kind,
                        "value", value,
                        "cost", cost,
                        "slots", List.of("browse-abandonment"),
                        "codePrefix", codePrefix,
                        "validFor", "P7D"));
    }
}
