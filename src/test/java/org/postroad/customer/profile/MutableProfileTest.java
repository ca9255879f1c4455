package org.postroad.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.catalog.Article;
import org.postroad.catalog.CatalogLookup;
import org.postroad.catalog.Product;
import org.postroad.customer.ProfileView;
import org.postroad.event.Event;

class MutableProfileTest {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration HALF_LIFE = Duration.ofDays(30);

    final MutableProfile profile = MutableProfile.empty(HALF_LIFE);

    @Test
    void decaysToHalfInAHalfLifeAndToAQuarterInTwo() {
        add(view("runner", NOW));

        assertThat(profile.productViews(NOW)).containsExactly(Map.entry("runner", 1.0));
        assertThat(profile.productViews(NOW.plus(HALF_LIFE))).containsExactly(Map.entry("runner", 0.5));
        assertThat(profile.productViews(NOW.plus(HALF_LIFE).plus(HALF_LIFE)))
                .containsExactly(Map.entry("runner", 0.25));
    }

    @Test
    void addsDecayedOrdersAsComputedByHand() {
        add(
                order("a", 100, NOW.minus(Duration.ofDays(45))),
                order("b", 40, NOW.minus(Duration.ofDays(10))),
                order("c", 10, NOW));

        // 2^-1.5 = 0.353553391, 2^(-1/3) = 0.793700526
        assertThat(profile.frequency(NOW)).isEqualTo(0.353553391 + 0.793700526 + 1, within(1e-8));
        assertThat(profile.money(NOW)).isEqualTo(35.3553391 + 31.74802104 + 10, within(1e-7));
        assertThat(profile.orders()).isEqualTo(3);
        assertThat(profile.revenue()).isEqualByComparingTo("150");
        assertThat(profile.lastPurchaseAt()).contains(NOW);
    }

    @Test
    void deductsReturnsFromMoneyAndCountsThemAsNoOrder() {
        add(
                event("purchased", NOW, Map.of("items", List.of(line("runner", 2, 59.95), line("sock", 3, 4.10)))),
                event("purchased", NOW.plusSeconds(60), Map.of("items", List.of(line("runner", -2, 59.95)))));

        assertThat(profile.orders()).isEqualTo(1);
        assertThat(profile.revenue()).isEqualByComparingTo("12.30");
        assertThat(profile.money(NOW.plusSeconds(60))).isEqualTo(12.3, within(0.01));
        assertThat(profile.purchasedProducts(NOW.plusSeconds(60))).containsOnlyKeys("sock");
        assertThat(profile.lastPurchaseAt()).contains(NOW);
    }

    @Test
    void prefersTheTotalToTheItems() {
        add(event("purchased", NOW, Map.of("total", 99.99, "items", List.of(line("runner", 1, 120)))));

        assertThat(profile.revenue()).isEqualByComparingTo("99.99");
    }

    @Test
    void countsAnOrderOfZeroAsAnOrder() {
        add(event("purchased", NOW, Map.of("total", 0)));

        assertThat(profile.orders()).isEqualTo(1);
    }

    @Test
    void computesTheShareOfOrdersWithADiscount() {
        assertThat(profile.discountShare(NOW)).isNaN();

        add(
                event("purchased", NOW, Map.of("total", 10, "discountCode", "SHIP-ABC234")),
                event("purchased", NOW, Map.of("total", 10, "discountAmount", 1.5)),
                event("purchased", NOW, Map.of("total", 10, "discountCode", "", "discountAmount", 0)),
                event("purchased", NOW, Map.of("total", 10)));

        assertThat(profile.discountShare(NOW)).isEqualTo(0.5);
    }

    @Test
    void countsEngagementInTheCustomersTimeZone() {
        Instant tuesday0815InNewYork = Instant.parse("2026-11-24T13:15:00Z");
        profile.add(event("email_opened", tuesday0815InNewYork, Map.of()), catalog(), ZoneId.of("America/New_York"));

        assertThat(profile.engagementByMinuteOfWeek(tuesday0815InNewYork))
                .containsExactly(Map.entry(24 * 60 + 8 * 60 + 15, 1.0));
        assertThat(profile.mailsOpened(tuesday0815InNewYork)).isEqualTo(1);
        assertThat(profile.lastSeenAt()).isEmpty(); // an open may be a machine's
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameInAnyOrderOfEvents(long seed) {
        List<Event> history = history(new Random(seed));
        MutableProfile inOrder = replay(history, HALF_LIFE);
        List<Event> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(-seed));

        assertSame(replay(shuffled, HALF_LIFE), inOrder);
    }

    @Test
    void isTheSameWhenStoredAndReadBetweenEvents() {
        ProfileJson json = new ProfileJson(new ProfileSettings(HALF_LIFE, 1));
        List<Event> history = history(new Random(42));
        MutableProfile stored = json.blank();
        for (Event event : history) {
            stored.add(event, catalog(), ZoneOffset.UTC);
            stored = json.read(json.write(stored));
        }

        assertSame(stored, replay(history, HALF_LIFE));
    }

    @Test
    void decaysWithTheNewHalfLifeAfterAChange() {
        add(view("runner", NOW));
        String stored = new ProfileJson(new ProfileSettings(HALF_LIFE, 1)).write(profile);

        MutableProfile changed = new ProfileJson(new ProfileSettings(Duration.ofDays(60), 1)).read(stored);

        double before = changed.productViews(NOW).getOrDefault("runner", 0.0);
        assertThat(before).isBetween(0.5, 2.0);
        assertThat(changed.productViews(NOW.plus(Duration.ofDays(60)))).containsEntry("runner", before / 2);
    }

    @Test
    void neitherOverflowsNorDriftsOverThirtyYears() {
        Duration week = Duration.ofDays(7);
        MutableProfile old = MutableProfile.empty(week);
        Instant then = NOW.minus(Duration.ofDays(365 * 30));
        old.add(view("sandal", then), catalog(), ZoneOffset.UTC);
        old.add(view("runner", NOW), catalog(), ZoneOffset.UTC);
        old.add(view("boot", then), catalog(), ZoneOffset.UTC);

        assertThat(old.productViews(NOW)).containsExactly(Map.entry("runner", 1.0));
        assertThat(old.productViews(NOW.plus(Duration.ofDays(365 * 30)))).isEmpty();
    }

    @Test
    void keepsTheLargestOfTooManyKeys() {
        for (int i = 0; i < 2_000; i++) {
            add(view("p" + i, NOW.plusSeconds(i)));
        }
        add(view("p1999", NOW), view("p1999", NOW));

        assertThat(profile.productViews(NOW.plusSeconds(2_000)))
                .hasSizeBetween(DecayedCounters.MOST_KEYS, DecayedCounters.MOST_KEYS + 100)
                .containsKey("p1999")
                .doesNotContainKey("p0");
    }

    private static void assertSame(MutableProfile one, MutableProfile other) {
        assertThat(one.orders()).isEqualTo(other.orders());
        assertThat(one.revenue()).isEqualByComparingTo(other.revenue());
        assertThat(one.lastPurchaseAt()).isEqualTo(other.lastPurchaseAt());
        assertThat(one.lastSeenAt()).isEqualTo(other.lastSeenAt());
        assertThat(ProfileView.of(one, NOW))
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 2e-9 ? 0 : Double.compare(a, b), Double.class)
                .ignoringFields("revenue")
                .isEqualTo(ProfileView.of(other, NOW));
    }

    private static List<Event> history(Random random) {
        List<Event> history = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant at = NOW.minus(Duration.ofMinutes(random.nextInt(3 * 365 * 24 * 60)));
            history.add(
                    switch (random.nextInt(6)) {
                        case 0 ->
                            event(
                                    "purchased",
                                    at,
                                    Map.of(
                                            "items",
                                            List.of(line(
                                                    "runner", 1 + random.nextInt(3), 0.1 * random.nextInt(1_000)))));
                        case 1 -> event("article_read", at, Map.of("articleId", "first-marathon"));
                        case 2 -> event("email_sent", at, Map.of());
                        case 3 -> event("email_clicked", at, Map.of());
                        case 4 -> event("purchased", at, Map.of("total", -5, "items", List.of(line("runner", -1, 5))));
                        default -> view("p" + random.nextInt(10), at);
                    });
        }
        return history;
    }

    private static MutableProfile replay(List<Event> events, Duration halfLife) {
        MutableProfile replayed = MutableProfile.empty(halfLife);
        events.forEach(event -> replayed.add(event, catalog(), ZoneOffset.UTC));
        return replayed;
    }

    private void add(Event... events) {
        for (Event event : events) {
            profile.add(event, catalog(), ZoneOffset.UTC);
        }
    }

    private static Event view(String product, Instant at) {
        return event("product_viewed", at, Map.of("productId", product));
    }

    private static Event order(String id, int total, Instant at) {
        return event("purchased", at, Map.of("orderId", id, "total", total));
    }

    private static Event event(String type, Instant at, Map<String, Object> properties) {
        return new Event(type + at, "sarah", type, at, properties);
    }

    private static Map<String, Object> line(String product, int quantity, double price) {
        return Map.of("productId", product, "quantity", quantity, "price", price);
    }

    private static CatalogLookup catalog() {
        return new CatalogLookup() {
            @Override
            public Optional<Product> product(String id) {
                return Optional.of(new Product(
                        id, id, null, "shoes", null, null, null, null, null, List.of(), null, null, Map.of()));
            }

            @Override
            public Optional<Article> article(String id) {
                return Optional.of(new Article(id, id, null, List.of("running", "races"), null, null, Map.of()));
            }
        };
    }
}
