package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One customer in several journeys at the same time. */
@PostroadTest
class ConcurrentJourneysIT {

    @Autowired
    TestJourneys journeys;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final String customer = "several-" + UUID.randomUUID();

    @Test
    void movesTheTokensOfAllJourneysByOneEvent() {
        waiting("both-one", "searched");
        waiting("both-two", "searched");
        enters("both-one", "both-two");
        assertThat(enrolments()).isEqualTo(Map.of("both-one", "inside", "both-two", "inside"));

        happens("searched", Map.of());
        assertThat(enrolments()).isEqualTo(Map.of("both-one", "goal_reached", "both-two", "goal_reached"));
    }

    @Test
    void reachesTheGoalOfEachJourneySeparately() {
        waiting("own-searches", "searched");
        waiting("own-buys", "purchased");
        enters("own-searches", "own-buys");

        happens("searched", Map.of());
        assertThat(enrolments()).isEqualTo(Map.of("own-searches", "goal_reached", "own-buys", "inside"));
        happens("purchased", Map.of("orderId", "several-order", "total", 10));
        assertThat(enrolments())
                .containsAllEntriesOf(Map.of("own-searches", "goal_reached", "own-buys", "goal_reached"));
    }

    @Test
    void sendsTheMailOfHigherPriorityFirst() throws Exception {
        agreesToMail();
        mailing("modest", "20");
        mailing("urgent", "80");
        enters("modest", "urgent");

        assertThat(states()).isEqualTo(Map.of("modest", "PREPARED", "urgent", "SENT"));
        assertThat(log.ofCustomer(customer, Instant.EPOCH, "email_deferred"))
                .singleElement()
                .satisfies(event -> assertThat(event.properties())
                        .containsEntry("journey", "modest")
                        .containsEntry("reason", "outranked"));
        assertThat(Http.withKey(environment)
                        .get("/api/customers/" + customer + "/timeline")
                        .body())
                .contains("waits: a more important mail went first");

        workScheduler.advance(Duration.ofHours(20));
        assertThat(states()).isEqualTo(Map.of("modest", "SENT", "urgent", "SENT"));
    }

    private void waiting(String key, String type) {
        journeys.deploy(
                key,
                journey(key)
                        .intermediateCatchEvent("waits")
                        .message(type)
                        .endEvent("done")
                        .done(),
                Map.of("done", Map.of("goal", "true")));
    }

    private void mailing(String key, String priority) {
        journeys.deploy(
                key,
                journey(key)
                        .sendTask("send")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${sendEmail}")
                        .endEvent("done")
                        .done(),
                Map.of(
                        "send",
                        Map.of(
                                "content", "browse-abandonment/still-thinking",
                                "topic", "marketing",
                                "priority", priority)));
    }

    private void agreesToMail() {
        intake.record(List.of(
                longAgo("signed_up", Map.of("email", customer + "@customers.example", "firstName", "Sarah")),
                longAgo("subscribed", Map.of("topic", "marketing", "source", "form"))));
        catalog.putProducts(List.of(new Product(
                "several-shoe",
                "Aira 3 Cushion",
                "Velden",
                "running-shoes",
                new BigDecimal("139.95"),
                "USD",
                null,
                "https://shop.example/several-shoe",
                null,
                List.of(),
                null,
                null,
                Map.of())));
    }

    private void enters(String one, String other) {
        intake.record(List.of(
                event(beginningOf(one), Map.of("productId", "several-shoe")),
                event(beginningOf(other), Map.of("productId", "several-shoe"))));
        workScheduler.runDue();
    }

    private void happens(String type, Map<String, Object> properties) {
        intake.record(event(type, properties));
        workScheduler.runDue();
    }

    /** So that no other journey begins with it. */
    private Event longAgo(String type, Map<String, Object> properties) {
        Instant then = clock.instant().minus(Duration.ofDays(2));
        return new Event(UUID.randomUUID().toString(), customer, type, then, properties);
    }

    private Event event(String type, Map<String, Object> properties) {
        return new Event(UUID.randomUUID().toString(), customer, type, clock.instant(), properties);
    }

    private Map<String, String> enrolments() {
        return pairs("select journey, coalesce(end_reason, 'inside') from enrolment where customer_id = ?");
    }

    private Map<String, String> states() {
        return pairs("select journey, state from message where customer_id = ?");
    }

    private Map<String, String> pairs(String sql) {
        Map<String, String> pairs = new HashMap<>();
        jdbc.sql(sql).param(customer).query(row -> {
            pairs.put(row.getString(1), row.getString(2));
        });
        return pairs;
    }
}
