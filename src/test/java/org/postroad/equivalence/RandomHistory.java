package org.postroad.equivalence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.postroad.equivalence.Happening.EventsCome;
import org.postroad.equivalence.Happening.JourneyChanges;
import org.postroad.equivalence.Happening.JourneyIsPaused;
import org.postroad.equivalence.Happening.JourneyIsResumed;
import org.postroad.equivalence.Happening.SentEvent;
import org.postroad.equivalence.Happening.TimePasses;

/** Draws a {@link History}. Much of what an application may send is in it, also what it had better not. */
final class RandomHistory {

    private static final int CUSTOMERS = 5;
    private static final int MOMENTS = 14;
    private static final int MOST_EVENTS_A_MOMENT = 9;
    private static final List<String> PRODUCTS =
            List.of("runner-1", "runner-2", "trail-1", "fuel-1", "fuel-2", "no-such-product");
    private static final List<String> TOPICS = List.of("marketing", "marketing", "marketing", "digest");
    private static final List<String> PAUSABLE =
            List.of("welcome", "cart-abandonment", "post-purchase", "browse-abandonment", "loyalty", "content-digest");
    private static final List<Object> BIRTHDAYS =
            List.of("05/14/1987", 19870514, List.of("x"), "1987-11-29", "1990-12-03", Map.of("day", 3));

    /** Changes of stock diagrams: another period, so that tokens of both versions are on the road. */
    private static final List<JourneyChanges> CHANGES = List.of(
            new JourneyChanges("post-purchase", "P6D", "P4D"),
            new JourneyChanges("cart-abandonment", "PT4H", "PT2H"),
            new JourneyChanges("welcome", ">PT1H<", ">PT3H<"),
            new JourneyChanges("browse-abandonment", ">P3D<", ">P2D<"),
            new JourneyChanges("double-opt-in", ">P7D<", ">P5D<"));

    private final long seed;
    private final SplittableRandom random;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<SentEvent> sent = new ArrayList<>();
    private String paused = "";

    RandomHistory(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    History draw() {
        happenings.add(new EventsCome(arrivals()));
        for (int moment = 0; moment < MOMENTS; moment++) {
            happenings.add(new TimePasses(pause()));
            happenings.add(something());
        }
        happenings.add(new TimePasses(Duration.ofDays(random.nextInt(1, 12))));
        return new History(seed, List.copyOf(happenings));
    }

    /** To the millisecond, so that no event comes in the very moment at which a timer is due. */
    private Duration pause() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMillis(random.nextInt(1, 3_600_000));
            case 1 -> Duration.ofMillis(random.nextInt(3_600_000, 24 * 3_600_000));
            default -> Duration.ofMillis(random.nextLong(24L * 3_600_000, 4 * 24L * 3_600_000));
        };
    }

    private Happening something() {
        int lot = random.nextInt(12);
        if (!paused.isEmpty() && lot < 5) {
            String resumed = paused;
            paused = "";
            return new JourneyIsResumed(resumed);
        }
        if (paused.isEmpty() && lot == 0) {
            paused = one(PAUSABLE);
            return new JourneyIsPaused(paused);
        }
        return lot == 1 ? one(CHANGES) : new EventsCome(events());
    }

    private List<SentEvent> arrivals() {
        List<SentEvent> arrivals = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            arrivals.add(signUp(customer));
            if (random.nextInt(4) > 0) {
                arrivals.add(event(customer, "subscribed", consent()));
            }
        }
        return arrivals;
    }

    private List<SentEvent> events() {
        List<SentEvent> events = new ArrayList<>();
        int number = random.nextInt(1, MOST_EVENTS_A_MOMENT + 1);
        int busiest = random.nextInt(CUSTOMERS);
        while (events.size() < number) {
            int customer = random.nextBoolean() ? busiest : random.nextInt(CUSTOMERS);
            events.add(!sent.isEmpty() && random.nextInt(15) == 0 ? one(sent) : event(customer));
        }
        return events;
    }

    /** Some things happen more often than others. */
    private SentEvent event(int customer) {
        return switch (random.nextInt(30)) {
            case 0 -> signUp(customer);
            case 1, 2 -> event(customer, "subscribed", consent());
            case 3 -> event(customer, "unsubscribed", Map.of("topic", one(TOPICS)));
            case 4 -> event(customer, "preferences_changed", preferences());
            case 5 -> event(customer, "profile_changed", Map.of("birthday", one(BIRTHDAYS)));
            case 6, 7, 8 -> event(customer, "product_viewed", Map.of("productId", one(PRODUCTS), "seconds", seconds()));
            case 9, 10, 11 -> event(customer, "cart_updated", Map.of("items", items(random.nextInt(3), 1)));
            case 12 -> event(customer, "checkout_started", Map.of("items", items(1, 1)));
            case 13, 14, 15, 16 -> event(customer, "purchased", order(1));
            case 17 -> event(customer, "purchased", order(-1));
            case 18 -> event(customer, "delivered", Map.of());
            case 19, 20 -> mailEvent(customer, "email_opened", Map.of());
            case 21, 22 -> mailEvent(customer, "email_clicked", Map.of("url", "https://shop.example/"));
            case 23 ->
                mailEvent(customer, "email_bounced", Map.of("permanent", random.nextBoolean(), "status", "5.1.1"));
            case 24 ->
                random.nextInt(4) == 0
                        ? mailEvent(customer, "email_complained", Map.of())
                        : mailEvent(customer, "email_replied", Map.of());
            case 25 -> event(customer, "article_read", Map.of("articleId", "first-marathon", "seconds", seconds()));
            case 26 -> event(customer, "price_dropped", priceDrop());
            case 27 ->
                event(customer, "back_in_stock", Map.of("productId", one(PRODUCTS), "stock", random.nextInt(40)));
            case 28 -> event(customer, "review_written", Map.of("productId", one(PRODUCTS), "stars", 4));
            default -> event(customer, "event_announced", Map.of("eventId", "open-day", "topic", "running"));
        };
    }

    private Map<String, Object> priceDrop() {
        return Map.of("productId", one(PRODUCTS), "before", 100, "price", random.nextInt(60, 100));
    }

    private SentEvent signUp(int customer) {
        return event(
                customer,
                "signed_up",
                Map.of(
                        "company",
                        "Company " + customer,
                        "email",
                        name(customer) + "@customers.example",
                        "firstName",
                        "Customer " + customer,
                        "timeZone",
                        one(List.of("Europe/Vienna", "America/New_York", "Nowhere/At-All")),
                        "topic",
                        one(TOPICS)));
    }

    private Map<String, Object> consent() {
        return Map.of("topic", one(TOPICS), "source", one(List.of("form", "checkout", "import")));
    }

    private Map<String, Object> preferences() {
        return Map.of("topics", Map.of("marketing", random.nextInt(3) > 0, "digest", random.nextBoolean()));
    }

    private Map<String, Object> order(int sign) {
        Map<String, Object> order = new HashMap<>();
        order.put("orderId", "order-" + random.nextInt(40));
        order.put("currency", "EUR");
        order.put("items", items(random.nextInt(1, 3), sign));
        order.put("total", sign * random.nextInt(5, 200));
        return order;
    }

    private List<Map<String, Object>> items(int number, int sign) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int item = 0; item < number; item++) {
            items.add(Map.of(
                    "productId", one(PRODUCTS),
                    "quantity", sign * random.nextInt(1, 3),
                    "price", random.nextInt(5, 150)));
        }
        return items;
    }

    private int seconds() {
        return random.nextInt(1, 300);
    }

    private SentEvent mailEvent(int customer, String type, Map<String, Object> properties) {
        return add(new SentEvent(nextId(), name(customer), type, Duration.ZERO, properties, true));
    }

    private SentEvent event(int customer, String type, Map<String, Object> properties) {
        return add(new SentEvent(nextId(), name(customer), type, lateness(), new LinkedHashMap<>(properties), false));
    }

    private SentEvent add(SentEvent event) {
        sent.add(event);
        return event;
    }

    private Duration lateness() {
        return switch (random.nextInt(10)) {
            case 0 -> Duration.ofMillis(random.nextInt(3_600_000));
            case 1 -> Duration.ofMillis(random.nextInt(10 * 24 * 3_600_000));
            case 2 -> Duration.ofMillis(-random.nextInt(290_000));
            default -> Duration.ZERO;
        };
    }

    private String nextId() {
        return "history-" + seed + "-" + sent.size();
    }

    private static String name(int customer) {
        return "customer-" + customer;
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
