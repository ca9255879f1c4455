package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.template.Reentry;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs {@code bpmn/browse-abandonment.bpmn} in the engine. */
@PostroadTest
class BrowseAbandonmentIT {

    private static final Duration PAST_THE_BEST_TIME = Duration.ofHours(24);

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JourneyEngine engine;

    @BeforeEach
    void atNight() {
        workScheduler.advanceTo(NextNight.after(clock.instant()));
    }

    @Test
    void enrolsAfterTheSecondView() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksTwiceAt("runner-2");

        assertThat(testCustomer.openJourneys()).containsExactly("browse-abandonment");
        assertThat(testCustomer.waitsAt()).containsExactly("wait-for-best-time");
        assertThat(testCustomer.steps()).containsExactly("looks-twice", "wait-for-best-time");
        assertThat(testCustomer.events(EventType.ENROLLED, EventType.HOLDOUT_ASSIGNED))
                .containsExactly(EventType.ENROLLED);
    }

    @Test
    void ignoresASingleView() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksAt("runner-2");

        assertThat(testCustomer.openJourneys()).isEmpty();
        assertThat(testCustomer.waitsAt()).isEmpty();
    }

    @Test
    void ignoresASecondViewAfterMoreThanADay() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksAt("runner-2");
        workScheduler.advance(Duration.ofHours(25));

        assertThat(testCustomer.looksAt("runner-2").openJourneys()).isEmpty();
    }

    @Test
    void ignoresARecentBuyer() {
        TestCustomer testCustomer = customerFixture.aCustomer().buys("socks-1").looksTwiceAt("runner-2");

        assertThat(testCustomer.openJourneys()).isEmpty();
    }

    @Test
    void ignoresEventsOlderThanTheAgeLimit() {
        TestCustomer testCustomer = customerFixture.aCustomer();
        for (int i = 0; i < 3; i++) {
            testCustomer.did(
                    EventType.PRODUCT_VIEWED,
                    clock.instant().minus(Duration.ofMinutes(61)),
                    Map.of("productId", "runner-2"));
        }

        assertThat(testCustomer.openJourneys()).isEmpty();
    }

    @Test
    void keepsOneOpenEnrolmentPerCustomer() {
        TestCustomer testCustomer =
                customerFixture.aCustomer().looksTwiceAt("runner-2").looksTwiceAt("runner-2");

        assertThat(testCustomer.openJourneys()).hasSize(1);
        assertThat(testCustomer.waitsAt()).hasSize(1);
    }

    @Test
    void allowsReentryAfterFourteenDays() {
        TestCustomer testCustomer =
                customerFixture.aCustomer().looksTwiceAt("runner-2").buys("runner-2");
        workScheduler.advance(Duration.ofDays(13));
        assertThat(testCustomer.looksTwiceAt("runner-2").openJourneys()).isEmpty();
        workScheduler.advance(Duration.ofDays(1));

        assertThat(testCustomer.looksTwiceAt("runner-2").openJourneys()).hasSize(1);
    }

    @Test
    void sendsAtTheBestTimeAndOneReminderThreeDaysLater() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksTwiceAt("runner-2");
        workScheduler.advance(PAST_THE_BEST_TIME);
        assertThat(testCustomer.waitsAt()).containsExactly("wait-for-purchase");
        assertThat(testCustomer.mails()).containsExactly("send-still-thinking");
        workScheduler.advance(Duration.ofDays(3));

        assertThat(testCustomer.mails()).containsExactly("send-still-thinking", "send-reminder");
        assertThat(testCustomer.steps())
                .containsExactly(
                        "looks-twice",
                        "wait-for-best-time",
                        "choose-action",
                        "send-still-thinking",
                        "wait-for-purchase",
                        "three-days",
                        "send-reminder",
                        "no-purchase");
        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(testCustomer.waitsAt()).isEmpty();
        workScheduler.advance(Duration.ofDays(10));
        assertThat(testCustomer.mails()).hasSize(2);
    }

    @Test
    void reachesTheGoalOnPurchaseAfterTheMail() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksTwiceAt("runner-2");
        workScheduler.advance(PAST_THE_BEST_TIME);
        testCustomer.buys("runner-2");

        assertThat(testCustomer.steps())
                .endsWith("wait-for-purchase", "buys", "bought")
                .doesNotContain("buys-early");
        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.GOAL_REACHED);
        assertThat(testCustomer.events(EventType.JOURNEY_ENDED)).hasSize(1);
        workScheduler.advance(Duration.ofDays(4));
        assertThat(testCustomer.mails()).doesNotContain("send-reminder");
    }

    @Test
    void sendsNothingAfterAnEarlyPurchase() {
        TestCustomer testCustomer =
                customerFixture.aCustomer().looksTwiceAt("runner-2").buys("socks-1");

        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.GOAL_REACHED);
        assertThat(testCustomer.steps()).endsWith("buys-early", "bought-early");
        workScheduler.advance(Duration.ofDays(5));
        assertThat(testCustomer.mails()).isEmpty();
    }

    @Test
    void endsOnUnsubscribe() {
        TestCustomer testCustomer =
                customerFixture.aCustomer().looksTwiceAt("runner-2").unsubscribes();

        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.UNSUBSCRIBED);
        assertThat(testCustomer.waitsAt()).isEmpty();
        workScheduler.advance(Duration.ofDays(5));
        assertThat(testCustomer.mails()).isEmpty();
    }

    @Test
    void skipsMailForTheHoldout() {
        TestCustomer testCustomer = customerFixture.aHeldOutCustomer().looksTwiceAt("runner-2");
        assertThat(testCustomer.events(EventType.ENROLLED, EventType.HOLDOUT_ASSIGNED))
                .containsExactly(EventType.ENROLLED, EventType.HOLDOUT_ASSIGNED);
        workScheduler.advance(PAST_THE_BEST_TIME);

        assertThat(testCustomer.mailsSkippedFor("holdout")).containsExactly("send-still-thinking");
        assertThat(testCustomer.buys("runner-2").endReasons()).containsExactly(EnrolmentEnded.GOAL_REACHED);
    }

    @Test
    void countsWaitingTokensByStep() {
        long before = engine.waitingBySteps("browse-abandonment").getOrDefault("wait-for-best-time", 0L);
        customerFixture.aCustomer().looksTwiceAt("runner-2");
        customerFixture.aCustomer().looksTwiceAt("runner-2");

        assertThat(engine.waitingBySteps("browse-abandonment")).containsEntry("wait-for-best-time", before + 2);
    }

    @Test
    void describesTheDeployedJourney() {
        Journey journey = engine.journeys().stream()
                .filter(one -> one.key().equals("browse-abandonment"))
                .findFirst()
                .orElseThrow();

        assertThat(journey.name()).isEqualTo("Browse abandonment");
        assertThat(journey.documentation()).startsWith("For customers who look at a category");
        assertThat(journey.entry()).get().satisfies(rule -> {
            assertThat(rule.eventType()).isEqualTo(EventType.PRODUCT_VIEWED);
            assertThat(rule.reentry()).isEqualTo(Reentry.parse("after P14D"));
            assertThat(rule.holdoutShare()).isEqualTo(0.05);
        });
        assertThat(engine.bpmnXml("browse-abandonment")).get().asString().contains("wait-for-best-time");
    }
}
