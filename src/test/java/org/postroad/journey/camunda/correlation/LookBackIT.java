package org.postroad.journey.camunda.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.EventBacklog;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.ApplicationClock;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** Events that arrive while a token is between two steps. The tests hold it there by not running the engine's jobs. */
@PostroadTest
class LookBackIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    EventBacklog events;

    @Autowired
    ApplicationClock clock;

    @Autowired
    WorkScheduler workScheduler;

    @Test
    void movesTheTokenByAnEventBetweenTwoSteps() {
        journeys.deploy(
                "gap",
                journey("gap")
                        .parallelGateway("between")
                        .camundaAsyncBefore()
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer searches = customerFixture.aCustomer().enqueues(beginningOf("gap"));
        TestCustomer reads = customerFixture.aCustomer().enqueues(beginningOf("gap"));
        events.drain();
        assertThat(searches.waitsAt()).containsExactly("between");

        aMomentLater();
        searches.enqueues("searched");
        reads.enqueues("article_read");
        events.drain();
        assertThat(searches.waitsAt()).containsExactly("between");

        workScheduler.runDue();
        assertThat(searches.steps()).containsExactly("begins", "between", "waits", "done");
        assertThat(searches.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(reads.waitsAt()).containsExactly("waits");
    }

    @Test
    void movesTheTokenOnceByOneEvent() {
        journeys.deploy(
                "gap-then-two",
                journey("gap-then-two")
                        .parallelGateway("between")
                        .camundaAsyncBefore()
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .intermediateCatchEvent("waits-again")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = customerFixture.aCustomer().enqueues(beginningOf("gap-then-two"));
        events.drain();
        aMomentLater();
        testCustomer.enqueues("searched");
        events.drain();
        workScheduler.runDue();

        assertThat(testCustomer.waitsAt()).containsExactly("waits-again");
    }

    @Test
    void ignoresTheEventThatMovedTheTokenBetweenTheSteps() {
        journeys.deploy(
                "moved-to-gap",
                journey("moved-to-gap")
                        .intermediateCatchEvent("first")
                        .message("searched")
                        .parallelGateway("between")
                        .camundaAsyncBefore()
                        .intermediateCatchEvent("second")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = customerFixture.aCustomer().enqueues(beginningOf("moved-to-gap"));
        events.drain();
        aMomentLater();
        testCustomer.enqueues("searched").process();

        assertThat(testCustomer.waitsAt()).containsExactly("second");
    }

    @Test
    void processesMissedEventsInOrder() {
        journeys.deploy(
                "missed-two",
                journey("missed-two")
                        .intermediateCatchEvent("first")
                        .message("searched")
                        .parallelGateway("between")
                        .camundaAsyncBefore()
                        .intermediateCatchEvent("second")
                        .message("searched")
                        .intermediateCatchEvent("third")
                        .message("article_read")
                        .intermediateCatchEvent("fourth")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = customerFixture.aCustomer().enqueues(beginningOf("missed-two"));
        events.drain();
        testCustomer
                .enqueues("searched")
                .enqueues("searched")
                .enqueues("article_read")
                .process(); // all in one batch, at one moment

        assertThat(testCustomer.waitsAt()).containsExactly("fourth");
    }

    @Test
    void ignoresEventsDuringATimer() {
        journeys.deploy(
                "hour-then-wait",
                journey("hour-then-wait")
                        .intermediateCatchEvent("an-hour")
                        .timerWithDuration("PT1H")
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("hour-then-wait"));
        workScheduler.advance(Duration.ofMinutes(30));
        testCustomer.does("searched");
        workScheduler.advance(Duration.ofMinutes(31));

        assertThat(testCustomer.waitsAt()).containsExactly("waits");
        assertThat(testCustomer.does("searched").endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void countsEventsSinceATimerWasDueThoughItFailedAtFirst() {
        journeys.deploy(
                "fails-twice",
                journey("fails-twice")
                        .intermediateCatchEvent("an-hour")
                        .timerWithDuration("PT1H")
                        .exclusiveGateway("asks")
                        .condition("soon", "${before(customer.attribute('startsAt'), 'P1D', '09:00') < after('P7D')}")
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .moveToNode("asks")
                        .endEvent("later")
                        .done());
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().does(beginningOf("fails-twice"));
        workScheduler.advance(Duration.ofMinutes(60).plusSeconds(2)); // fails, and is tried again 5 s after it was due
        testCustomer.does("searched");
        workScheduler.advance(Duration.ofSeconds(10)); // fails again, and is tried again a minute later
        assertThat(testCustomer.waitsAt()).containsExactly("an-hour");

        testCustomer.did("profile_changed", clock.instant(), Map.of("startsAt", "2026-11-25T12:00:00Z"));
        workScheduler.advance(Duration.ofMinutes(2));

        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(testCustomer.steps()).containsExactly("begins", "an-hour", "asks", "waits", "done");
    }

    private void aMomentLater() {
        clock.moveTo(clock.instant().plusMillis(10));
    }
}
