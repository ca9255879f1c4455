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

/** Which customers get an alert after products change over HTTP. */
@PostroadTest
class ProductAlertsIT {

    private final String product = "alert-" + UUID.randomUUID();
    private final String sarah = "alert-sarah-" + UUID.randomUUID();

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
    void alertsCustomersWithTwoViewsOnceForEachChange() {
        views(sarah);
        views(sarah);
        Instant seen = profiles.of(sarah).lastSeenAt().orElseThrow();
        workScheduler.advance(Duration.ofMinutes(1));

        put(100, 7);
        put(100, 8);
        workScheduler.runDue();
        workScheduler.runDue();

        assertThat(alertsOf(sarah)).singleElement().satisfies(alert -> {
            assertThat(alert.type()).isEqualTo(EventType.BACK_IN_STOCK);
            assertThat(alert.properties()).containsEntry("productId", product).containsEntry("stock", 7);
            assertThat(alert.occurredAt()).isEqualTo(clock.instant());
        });
        assertThat(profiles.of(sarah).lastSeenAt()).contains(seen);

        put(100, 0);
        put(100, 3);
        workScheduler.runDue();

        assertThat(alertsOf(sarah)).hasSize(2);
    }

    @Test
    void alertsCustomersWithTheProductInACartOfALowerPrice() {
        process(sarah, EventType.CART_UPDATED, "{\"items\":[{\"productId\":\"" + product + "\"}]}");

        put(89.5, 0);
        workScheduler.runDue();

        assertThat(alertsOf(sarah)).singleElement().satisfies(alert -> {
            assertThat(alert.type()).isEqualTo(EventType.PRICE_DROPPED);
            assertThat(alert.number("before")).hasValue(100);
            assertThat(alert.number("price")).hasValue(89.5);
        });
    }

    @Test
    void alertsOfAllChangesOfOneRequest() {
        String other = product + "-2";
        putMany(line(product, 100, 0), line(other, 50, 0));
        views(sarah);
        views(sarah);
        process(sarah, EventType.CART_UPDATED, "{\"items\":[{\"productId\":\"" + other + "\"}]}");

        putMany(line(product, 100, 5), line(other, 40, 0));
        workScheduler.runDue();

        assertThat(alertsOf(sarah))
                .extracting(Event::type)
                .containsExactlyInAnyOrder(EventType.BACK_IN_STOCK, EventType.PRICE_DROPPED);
    }

    @Test
    void alertsNobodyWhoseInterestIsBelowTheMinimum() {
        String viewedOnce = sarah + "-once";
        String stranger = sarah + "-stranger";
        views(sarah);
        views(sarah);
        views(viewedOnce);
        process(stranger, EventType.SEARCHED, "{}");
        workScheduler.advance(Duration.ofDays(30));

        put(100, 7);
        workScheduler.runDue();

        assertThat(List.of(sarah, viewedOnce, stranger))
                .allSatisfy(each -> assertThat(alertsOf(each)).isEmpty());
    }

    private void views(String customer) {
        process(customer, EventType.PRODUCT_VIEWED, "{\"productId\":\"" + product + "\"}");
    }

    private void process(String customer, String type, String properties) {
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

    private List<Event> alertsOf(String customer) {
        return events.ofCustomer(customer, Instant.EPOCH, EventType.BACK_IN_STOCK, EventType.PRICE_DROPPED);
    }
}
