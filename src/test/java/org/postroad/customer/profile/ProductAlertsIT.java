package org.postroad.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Who hears, over HTTP, that a product is back in stock or costs less. */
@PostroadTest
class ProductAlertsIT {

    private final String product = "news-" + UUID.randomUUID();
    private final String sarah = "news-sarah-" + UUID.randomUUID();

    @Autowired
    Environment environment;

    @Autowired
    EventLog events;

    @Autowired
    Profiles profiles;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    Http application;

    @BeforeEach
    void putProduct() {
        application = Http.withKey(environment);
        put(100, 0);
    }

    @Test
    void tellsWhoLookedTwiceOnceForEachChange() {
        looks(sarah);
        looks(sarah);
        Instant seen = profiles.of(sarah).lastSeenAt().orElseThrow();
        workScheduler.advance(Duration.ofMinutes(1));

        put(100, 7);
        put(100, 8);
        workScheduler.runDue();
        workScheduler.runDue();

        assertThat(newsOf(sarah)).singleElement().satisfies(news -> {
            assertThat(news.type()).isEqualTo(EventType.BACK_IN_STOCK);
            assertThat(news.properties()).containsEntry("productId", product).containsEntry("stock", 7);
            assertThat(news.occurredAt()).isEqualTo(clock.instant());
        });
        assertThat(profiles.of(sarah).lastSeenAt()).contains(seen);

        put(100, 0);
        put(100, 3);
        workScheduler.runDue();

        assertThat(newsOf(sarah)).hasSize(2);
    }

    @Test
    void tellsWhoHasItInACartThatItCostsLess() {
        happens(sarah, EventType.CART_UPDATED, "{\"items\":[{\"productId\":\"" + product + "\"}]}");

        put(89.5, 0);
        workScheduler.runDue();

        assertThat(newsOf(sarah)).singleElement().satisfies(news -> {
            assertThat(news.type()).isEqualTo(EventType.PRICE_DROPPED);
            assertThat(news.number("before")).hasValue(100);
            assertThat(news.number("price")).hasValue(89.5);
        });
    }

    @Test
    void tellsManyChangesOfOneRequestTogether() {
        String other = product + "-2";
        putMany(line(product, 100, 0), line(other, 50, 0));
        looks(sarah);
        looks(sarah);
        happens(sarah, EventType.CART_UPDATED, "{\"items\":[{\"productId\":\"" + other + "\"}]}");

        putMany(line(product, 100, 5), line(other, 40, 0));
        workScheduler.runDue();

        assertThat(newsOf(sarah))
                .extracting(Event::type)
                .containsExactlyInAnyOrder(EventType.BACK_IN_STOCK, EventType.PRICE_DROPPED);
    }

    @Test
    void leavesAloneWhoOnlyGlancedAtItWhoseInterestHasFadedAndWhoNeverSawIt() {
        String glancing = sarah + "-glancing";
        String stranger = sarah + "-stranger";
        looks(sarah);
        looks(sarah);
        looks(glancing);
        happens(stranger, EventType.SEARCHED, "{}");
        workScheduler.advance(Duration.ofDays(30));

        put(100, 7);
        workScheduler.runDue();

        assertThat(List.of(sarah, glancing, stranger))
                .allSatisfy(each -> assertThat(newsOf(each)).isEmpty());
    }

    private void looks(String customer) {
        happens(customer, EventType.PRODUCT_VIEWED, "{\"productId\":\"" + product + "\"}");
    }

    private void happens(String customer, String type, String properties) {
        String event =
                "{\"customerId\":\"%s\",\"type\":\"%s\",\"properties\":%s}".formatted(customer, type, properties);
        assertThat(application.post("/api/events", "application/json", event).statusCode())
                .isEqualTo(202);
        workScheduler.runDue();
    }

    private void put(double price, int stock) {
        assertThat(application
                        .put("/api/products/" + product, line(product, price, stock))
                        .statusCode())
                .isEqualTo(200);
    }

    private void putMany(String... lines) {
        assertThat(application
                        .post("/api/products", "application/x-ndjson", String.join("\n", lines))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String line(String id, double price, int stock) {
        return "{\"id\":\"%s\",\"name\":\"Shoe\",\"price\":%s,\"currency\":\"EUR\",\"stock\":%d}"
                .formatted(id, price, stock);
    }

    private List<Event> newsOf(String customer) {
        return events.ofCustomer(customer, Instant.EPOCH, EventType.BACK_IN_STOCK, EventType.PRICE_DROPPED);
    }
}
