package org.postroad.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.decide.Decision;
import org.postroad.decide.DecisionRequest;
import org.postroad.decide.Decisions;
import org.postroad.decide.NextBestAction;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.feature.Features;
import org.postroad.feature.SmallShop;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Training reads features as they were at the decision (point-in-time correctness): what serving stored with it, whatever came
 * later.
 */
@PostroadTest
@OwnContext // with nobody's decisions but these
@TestPropertySource(properties = "postroad.home=target/test-home/features-${random.uuid}")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesAsTheyWereIT {

    private static final int LATER_DAYS = 10;

    @Autowired
    NextBestAction nextBestAction;

    @Autowired
    Decisions decisions;

    @Autowired
    TrainingSetLoader loader;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final Random random = new Random(7);
    private String customer = "";
    private Instant decidedAt = Instant.EPOCH;
    private Map<String, Float> served = Map.of();
    private List<float[]> trained = List.of();
    private List<Event> later = List.of();

    @BeforeAll
    void aDecisionAndWhatFollowedIt() {
        SmallShop shop = new SmallShop("then", catalog, intake, clock.instant())
                .sells("shoes", "shoes", 129.95, 61)
                .sells("boots", "shoes", 89.95, 40)
                .sells("cap", "caps", 24.95, 9)
                .givesStandardOffers()
                .hasSubscriber("anne")
                .ordered("anne", 100, "SAVE", "cap")
                .ordered("anne", 60, null, "boots")
                .ordered("anne", 17.3, "SAVE", "cap")
                .viewed("anne", "shoes", 3)
                .viewed("anne", "cap", 1);
        mailed(shop, 40, 20.2, 11);
        shop.recordEvents();
        workScheduler.runDue();
        workScheduler.advance(Duration.ofSeconds(1));
        customer = shop.id("anne");
        decidedAt = clock.instant();
        Decision decision = nextBestAction.decide(
                new DecisionRequest(customer, shop.slot(), null, null, null, false, List.of(shop.id("shoes"))));
        served = decisions.find(decision.id()).orElseThrow().evidence().features();

        workScheduler.advance(Duration.ofDays(LATER_DAYS + 1));
        trained = trained();

        shop.ordered("anne", -.00003, "SAVE", "shoes", "cap")
                .ordered("anne", -2, null, "boots")
                .ordered("anne", -7.5, "SAVE", "shoes")
                .happened("anne", "product_viewed", -.5, Map.of("productId", shop.id("boots"), "seconds", 50))
                .happened("anne", "product_viewed", -1.5, Map.of("productId", shop.id("shoes"), "seconds", 50))
                .happened("anne", "article_read", -4, Map.of("articleId", shop.id("unknown")));
        mailed(shop, -.1, -3, -8);
        shop.recordEvents();
        workScheduler.runDue();
        later = log.ofCustomer(customer, decidedAt).stream()
                .filter(event -> event.occurredAt().isAfter(decidedAt))
                .toList();
        assertThat(later).hasSizeGreaterThan(10);
    }

    private static void mailed(SmallShop shop, double... daysAgo) {
        for (double day : daysAgo) {
            shop.happened("anne", "email_sent", day, Map.of())
                    .happened("anne", "email_opened", day - .05, Map.of())
                    .happened("anne", "email_clicked", day - .06, Map.of());
        }
    }

    @Test
    void trainingReadsEveryFeatureThatServingStored() {
        Map<String, Float> read = Features.byName(taken());
        assertThat(read.keySet()).as("all are known").containsExactlyInAnyOrderElementsOf(Features.NAMES);
        assertThat(served.keySet()).isEqualTo(read.keySet());
        assertThat(read)
                .allSatisfy((feature, value) -> assertThat(value)
                        .as(feature)
                        .isCloseTo(served.get(feature), within(1e-5f * Math.max(1, Math.abs(value)))));
    }

    @Test
    void whatCameLaterChangesNothing() {
        replaceLater(later);
        assertTheSameToTheBit("later events");
        for (int i = 0; i < 5; i++) {
            replaceLater(shuffled(later));
            assertTheSameToTheBit("later events, shuffled in time");
        }
        List<Event> more = new ArrayList<>(later);
        more.addAll(shuffled(later));
        replaceLater(more);
        assertTheSameToTheBit("later events, doubled");
        more.addAll(atAnyTime(later, 60));
        replaceLater(more);
        assertTheSameToTheBit("later events, and 60 more of them at any later time");
        replaceLater(List.of());
        assertTheSameToTheBit("no later event");
    }

    @Test
    void whatCameBeforeCounts() {
        Event order = later.stream()
                .filter(event -> event.is(EventType.PURCHASED))
                .findFirst()
                .orElseThrow();
        replaceLater(List.of(copy(order, decidedAt.minusSeconds(1))));
        try {
            assertThat(taken(trained())).isNotEqualTo(taken());
        } finally {
            jdbc.sql("delete from event where id like 'then-copy-%'").update();
        }
    }

    private void assertTheSameToTheBit(String what) {
        List<float[]> now = trained();
        assertThat(now).hasSameSizeAs(trained);
        IntStream.range(0, now.size())
                .forEach(arm -> assertThat(now.get(arm)).as(what).isEqualTo(trained.get(arm)));
    }

    /** The vectors of all actions that were possible. */
    private List<float[]> trained() {
        List<TrainingExample> examples = loader.load(progress -> {}).examples().stream()
                .filter(example -> example.customerId().equals(customer))
                .toList();
        assertThat(examples).hasSize(1);
        List<float[]> vectors = new ArrayList<>(List.of(examples.get(0).vector()));
        examples.get(0).arms().forEach(arm -> vectors.add(arm.vector()));
        return vectors;
    }

    private float[] taken() {
        return taken(trained);
    }

    private static float[] taken(List<float[]> vectors) {
        return vectors.get(0);
    }

    private List<Event> shuffled(List<Event> events) {
        List<Instant> times =
                new ArrayList<>(events.stream().map(Event::occurredAt).toList());
        Collections.shuffle(times, random);
        return IntStream.range(0, events.size())
                .mapToObj(i -> copy(events.get(i), times.get(i)))
                .toList();
    }

    private List<Event> atAnyTime(List<Event> events, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> copy(
                        events.get(i % events.size()),
                        decidedAt.plusMillis(1 + random.nextInt(LATER_DAYS * 86_400) * 1_000L)))
                .toList();
    }

    private static Event copy(Event event, Instant at) {
        String id = "then-copy-" + UUID.randomUUID();
        return new Event(id, event.customerId(), event.type(), at, event.properties());
    }

    /** As if these had followed the decision, and nothing else. */
    private void replaceLater(List<Event> events) {
        jdbc.sql("delete from event where customer_id = ? and occurred_at > ?")
                .params(customer, Timestamp.from(decidedAt))
                .update();
        intake.record(
                events.stream().map(event -> copy(event, event.occurredAt())).toList());
        workScheduler.runDue();
    }
}
