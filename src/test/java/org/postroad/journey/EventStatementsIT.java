package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.CountingDataSource;
import org.postroad.CountingDataSource.Statements;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.event.shard.ShardedQueueProcessor;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.vocabulary.CustomerWord;
import org.postroad.journey.vocabulary.ExpressionContext;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.postroad.predict.serving.Predictions;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How much the road asks the database, with all stock journeys deployed. */
@PostroadTest
@OwnContext
@Import(CountingDataSource.Installed.class)
class EventStatementsIT {

    private static final int MANY = 500;

    /** Twelve are wanted; most of what is left is the engine's (ADR 17). */
    private static final int TO_BEGIN = 18;

    private static final int TO_MOVE = 30;

    @Autowired
    Statements statements;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    ShardedQueueProcessor processor;

    @Autowired
    Predictions predictions;

    @Autowired
    ExpressionVocabulary vocabulary;

    @Autowired
    Clock clock;

    /** The first event of a new context also fills caches. */
    @BeforeEach
    void warmUp() {
        customerFixture.aConsentingCustomer().looksTwiceAt("kettle").buys("kettle");
    }

    @Test
    void asksLittleForAnEventThatBeginsAnEnrolment() {
        TestCustomer customer = customerFixture.aConsentingCustomer().looksAt("kettle");
        statements.clear();

        customer.looksAt("kettle");

        assertThat(customer.openJourneys()).contains("browse-abandonment");
        atMost(TO_BEGIN, statements.besides("delete from inbox"));
    }

    @Test
    void asksLittleForAnEventThatMovesAnEnrolment() {
        TestCustomer customer = customerFixture
                .aConsentingCustomer()
                .did(EventType.PROFILE_CHANGED, clock.instant(), Map.of("birthday", "1987-05-14"));
        assertThat(customer.openJourneys()).containsExactly("milestone");
        statements.clear();

        customer.did(EventType.PROFILE_CHANGED, clock.instant(), Map.of("birthday", "1987-05-15"));

        assertThat(customer.steps()).contains("tells-birthday");
        atMost(TO_MOVE, statements.besides("delete from inbox"));
    }

    @Test
    void asksNextToNothingForAnEventAmongMany() {
        List<TestCustomer> customers = IntStream.range(0, MANY)
                .mapToObj(i -> customerFixture.aCustomer())
                .toList();
        intake.record(customers.stream().map(one -> view(one.id)).toList());
        workScheduler.runDue();
        intake.record(IntStream.range(0, MANY)
                .mapToObj(i -> shopEvent(i, customers.get(i).id))
                .toList());
        statements.clear();

        while (processor.runDue() > 0) {
            // until no event waits; steps that begin in a transaction of their own are not taken
        }

        atMost(MANY, statements.ofThreads("postroad-events"));
    }

    @Test
    void asksOnceWhatIsPredictedOfMany() {
        List<String> customers = IntStream.range(0, MANY)
                .mapToObj(i -> customerFixture.aCustomer().id)
                .toList();
        intake.record(customers.stream()
                .map(id -> event(
                        id,
                        EventType.PURCHASED,
                        Map.of("items", List.of(Map.of("productId", "fuel-1", "quantity", 1, "price", 23.95)))))
                .toList());
        workScheduler.runDue();
        predictions.of(customers.get(0)).nextPurchase("fuel-1"); // where there are no threads, who asks learns
        predictions.of(customers.get(0)).churnRisk(90);
        statements.clear();

        Map<String, ExpressionContext> words = vocabulary.forSegment(customers, new HashMap<>());

        assertThat(customers).allSatisfy(id -> {
            CustomerWord customer = (CustomerWord)
                    Objects.requireNonNull(words.get(id)).find("customer").orElseThrow();
            assertThat(customer.churnRisk("P90D")).isBetween(0.0, 1.0);
            assertThat(customer.nextPurchase("fuel-1")).isNotNull();
        });
        atMost(4, statements.ofThreads(Thread.currentThread().getName())); // customers, profiles, purchases, products
    }

    private Event view(String customer) {
        return event(customer, EventType.PRODUCT_VIEWED, Map.of("productId", "runner-2"));
    }

    /** The shop's mix: mostly views, some carts, searches, readings and orders. */
    private Event shopEvent(int number, String customer) {
        return switch (number % 20) {
            case 0, 1 -> event(customer, EventType.CART_UPDATED, items());
            case 2 -> event(customer, EventType.PURCHASED, items());
            case 3 -> event(customer, EventType.ARTICLE_READ, Map.of("articleId", "first-run"));
            case 4 -> event(customer, EventType.SEARCHED, Map.of("query", "shoes"));
            case 5 -> event(customer, EventType.SUBSCRIBED, Map.of("topic", "marketing"));
            default -> view(customer);
        };
    }

    private static Map<String, Object> items() {
        return Map.of("items", List.of(Map.of("productId", "runner-2", "quantity", 1, "price", 80)));
    }

    private Event event(String customer, String type, Map<String, Object> properties) {
        return new Event(UuidCreator.getTimeOrderedEpoch().toString(), customer, type, clock.instant(), properties);
    }

    private static void atMost(int most, List<String> executed) {
        List<String> listed = new ArrayList<>();
        executed.stream()
                .collect(Collectors.groupingBy(sql -> sql, LinkedHashMap::new, Collectors.counting()))
                .forEach((sql, times) -> listed.add(times + " x " + sql.substring(0, Math.min(sql.length(), 150))));
        assertThat(executed.size())
                .withFailMessage(() -> executed.size() + " statements, at most " + most + " are allowed:\n"
                        + String.join("\n", listed))
                .isLessThanOrEqualTo(most);
    }
}
