package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.Visitors.Visitor;
import org.postroad.journey.template.Reentry;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** The journey {@code bpmn/browse-abandonment.bpmn} on the real engine. */
@PostroadTest
class BrowseAbandonmentIT {

    private static final Duration UNTIL_AFTER_THE_BEST_TIME = Duration.ofHours(24);

    @Autowired
    Visitors visitors;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JourneyEngine engine;

    @Test
    void letsInWhoLooksTwice() {
        Visitor visitor = visitors.anybody().looksTwiceAt("runner-2");

        assertThat(visitor.inside()).containsExactly("browse-abandonment");
        assertThat(visitor.waitsAt()).containsExactly("wait-for-best-time");
        assertThat(visitor.steps()).containsExactly("looks-twice", "wait-for-best-time");
        assertThat(visitor.events(EventType.ENROLLED, EventType.HOLDOUT_ASSIGNED))
                .containsExactly(EventType.ENROLLED);
    }

    @Test
    void leavesAloneWhoLooksOnce() {
        Visitor visitor = visitors.anybody().looksAt("runner-2");

        assertThat(visitor.inside()).isEmpty();
        assertThat(visitor.waitsAt()).isEmpty();
    }

    @Test
    void leavesAloneWhoLooksAgainAfterMoreThanADay() {
        Visitor visitor = visitors.anybody().looksAt("runner-2");
        workScheduler.advance(Duration.ofHours(25));

        assertThat(visitor.looksAt("runner-2").inside()).isEmpty();
    }

    @Test
    void leavesAloneWhoHasJustBought() {
        Visitor visitor = visitors.anybody().buys("socks-1").looksTwiceAt("runner-2");

        assertThat(visitor.inside()).isEmpty();
    }

    @Test
    void leavesAloneWhoLookedLongAgo() {
        Visitor visitor = visitors.anybody();
        for (int i = 0; i < 3; i++) {
            visitor.did(
                    EventType.PRODUCT_VIEWED,
                    clock.instant().minus(Duration.ofMinutes(61)),
                    Map.of("productId", "runner-2"));
        }

        assertThat(visitor.inside()).isEmpty();
    }

    @Test
    void letsNobodyInTwiceAtOnce() {
        Visitor visitor = visitors.anybody().looksTwiceAt("runner-2").looksTwiceAt("runner-2");

        assertThat(visitor.inside()).hasSize(1);
        assertThat(visitor.waitsAt()).hasSize(1);
    }

    @Test
    void letsWhoHasLeftInAgainAfterFourteenDays() {
        Visitor visitor = visitors.anybody().looksTwiceAt("runner-2").buys("runner-2");
        workScheduler.advance(Duration.ofDays(13));
        assertThat(visitor.looksTwiceAt("runner-2").inside()).isEmpty();
        workScheduler.advance(Duration.ofDays(1));

        assertThat(visitor.looksTwiceAt("runner-2").inside()).hasSize(1);
    }

    @Test
    void ordersTheMailAtTheBestTimeAndOneReminderThreeDaysLater() {
        Visitor visitor = visitors.anybody().looksTwiceAt("runner-2");
        workScheduler.advance(UNTIL_AFTER_THE_BEST_TIME);
        assertThat(visitor.waitsAt()).containsExactly("wait-for-purchase");
        assertThat(visitor.mails()).containsExactly("send-still-thinking");
        workScheduler.advance(Duration.ofDays(3));

        assertThat(visitor.mails()).containsExactly("send-still-thinking", "send-reminder");
        assertThat(visitor.steps())
                .containsExactly(
                        "looks-twice",
                        "wait-for-best-time",
                        "choose-action",
                        "send-still-thinking",
                        "wait-for-purchase",
                        "three-days",
                        "send-reminder",
                        "no-purchase");
        assertThat(visitor.endings()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(visitor.waitsAt()).isEmpty();
        workScheduler.advance(Duration.ofDays(10));
        assertThat(visitor.mails()).hasSize(2);
    }

    @Test
    void endsWithTheGoalWhenSomebodyBuysAfterTheMail() {
        Visitor visitor = visitors.anybody().looksTwiceAt("runner-2");
        workScheduler.advance(UNTIL_AFTER_THE_BEST_TIME);
        visitor.buys("runner-2");

        assertThat(visitor.steps())
                .endsWith("wait-for-purchase", "buys", "bought")
                .doesNotContain("buys-early");
        assertThat(visitor.endings()).containsExactly(EnrolmentEnded.GOAL_REACHED);
        assertThat(visitor.events(EventType.JOURNEY_ENDED)).hasSize(1);
        workScheduler.advance(Duration.ofDays(4));
        assertThat(visitor.mails()).doesNotContain("send-reminder");
    }

    @Test
    void sendsNothingToWhoBuysBeforeTheBestTime() {
        Visitor visitor = visitors.anybody().looksTwiceAt("runner-2").buys("socks-1");

        assertThat(visitor.endings()).containsExactly(EnrolmentEnded.GOAL_REACHED);
        assertThat(visitor.steps()).endsWith("buys-early", "bought-early");
        workScheduler.advance(Duration.ofDays(5));
        assertThat(visitor.mails()).isEmpty();
    }

    @Test
    void endsAtOnceForWhoUnsubscribes() {
        Visitor visitor = visitors.anybody().looksTwiceAt("runner-2").unsubscribes();

        assertThat(visitor.endings()).containsExactly(EnrolmentEnded.UNSUBSCRIBED);
        assertThat(visitor.waitsAt()).isEmpty();
        workScheduler.advance(Duration.ofDays(5));
        assertThat(visitor.mails()).isEmpty();
    }

    @Test
    void walksTheHoldoutAlongWithoutMail() {
        Visitor visitor = visitors.somebodyInTheHoldout().looksTwiceAt("runner-2");
        assertThat(visitor.events(EventType.ENROLLED, EventType.HOLDOUT_ASSIGNED))
                .containsExactly(EventType.ENROLLED, EventType.HOLDOUT_ASSIGNED);
        workScheduler.advance(UNTIL_AFTER_THE_BEST_TIME);

        assertThat(visitor.mailsSkippedFor("holdout")).containsExactly("send-still-thinking");
        assertThat(visitor.buys("runner-2").endings()).containsExactly(EnrolmentEnded.GOAL_REACHED);
    }

    @Test
    void countsWhoWaitsWhere() {
        long before = engine.waitingBySteps("browse-abandonment").getOrDefault("wait-for-best-time", 0L);
        visitors.anybody().looksTwiceAt("runner-2");
        visitors.anybody().looksTwiceAt("runner-2");

        assertThat(engine.waitingBySteps("browse-abandonment")).containsEntry("wait-for-best-time", before + 2);
    }

    @Test
    void tellsWhatItIs() {
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
