package org.postroad.journey.camunda.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** Waits and exits with a condition on the event. */
@PostroadTest
class WaitConditionsIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    Clock clock;

    @Autowired
    WorkScheduler workScheduler;

    @Test
    void waitsForAnEventThatSatisfiesTheCondition() {
        deploy("meant", "${event.amount > 50}");
        TestCustomer testCustomer = begun("meant");

        buys(testCustomer, 50);
        assertThat(testCustomer.waitsAt()).containsExactly("waits");
        buys(testCustomer, 50.01);
        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void keepsWaitingWhenTheConditionFails() {
        deploy("unanswerable", "${event.quantity > 2}");
        TestCustomer testCustomer = begun("unanswerable");

        testCustomer.did("order_paid", clock.instant(), Map.of("quantity", "many"));
        assertThat(testCustomer.waitsAt()).containsExactly("waits");
        testCustomer.did("order_paid", clock.instant(), Map.of("quantity", 3));
        assertThat(testCustomer.endReasons()).hasSize(1);
    }

    @Test
    void findsTheMatchingEventAmongMissedOnes() {
        journeys.deploy(
                "busy",
                journey("busy")
                        .sendTask("mail")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${sendEmail}")
                        .intermediateCatchEvent("waits")
                        .message("order_paid")
                        .endEvent("done")
                        .done(),
                Map.of(
                        "mail", Map.of("content", "browse-abandonment/reminder"),
                        "waits", Map.of("condition", "${event.amount > 50}")));
        TestCustomer early = customerFixture.aCustomer().enqueues(beginningOf("busy"));
        willBuy(early, 10);
        willBuy(early, 60);
        early.process();
        TestCustomer cheap = customerFixture.aCustomer().enqueues(beginningOf("busy"));
        willBuy(cheap, 10);
        cheap.process();

        assertThat(early.endReasons()).as("missed two, the second was meant").containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(cheap.waitsAt()).containsExactly("waits");
        buys(cheap, 60);
        assertThat(cheap.endReasons()).hasSize(1);
    }

    @Test
    void leavesTheEventToTheWaitWhoseConditionHolds() {
        var model = journey("frames")
                .intermediateCatchEvent("waits")
                .message("order_paid")
                .endEvent("large")
                .done();
        org.camunda.bpm.model.bpmn.instance.Process process = model.getModelElementById("frames");
        process.builder()
                .eventSubProcess("exit")
                .startEvent("buys-little")
                .message("order_paid")
                .endEvent("little")
                .done();
        journeys.deploy("frames", model, Map.of("waits", Map.of("condition", "${event.amount > 50}")));

        TestCustomer small = begun("frames");
        buys(small, 10);
        assertThat(small.steps()).endsWith("buys-little", "little");
        TestCustomer large = begun("frames");
        buys(large, 60);
        assertThat(large.steps()).endsWith("waits", "large");
    }

    @Test
    void recognisesItsOwnMail() {
        journeys.deploy(
                "own-mail",
                journey("own-mail")
                        .sendTask("mail")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${sendEmail}")
                        .intermediateCatchEvent("clicks")
                        .message("email_clicked")
                        .endEvent("done")
                        .done(),
                Map.of(
                        "mail", Map.of("content", "browse-abandonment/reminder"),
                        "clicks", Map.of("condition", "${event.messageId == journey.messageOf('mail')}")));
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().does(beginningOf("own-mail"));

        testCustomer.did("email_clicked", clock.instant(), Map.of("messageId", "another"));
        assertThat(testCustomer.waitsAt()).containsExactly("clicks");
        testCustomer.did(
                "email_clicked",
                clock.instant(),
                Map.of("messageId", testCustomer.messageOf("mail").toString()));
        assertThat(testCustomer.endReasons()).hasSize(1);
    }

    @Test
    void waitsUntilATimeOfDay() {
        journeys.deploy(
                "morning",
                journey("morning")
                        .intermediateCatchEvent("waits")
                        .timerWithDate("${after('P1D', '09:00')}")
                        .exclusiveGateway("asks")
                        .condition("yes", "${journey.passed('waits') && !journey.passed('done')}")
                        .endEvent("done")
                        .moveToNode("asks")
                        .endEvent("never")
                        .done());
        TestCustomer testCustomer = begun("morning");

        workScheduler.advance(Duration.ofHours(8));
        assertThat(testCustomer.waitsAt()).containsExactly("waits");
        workScheduler.advance(Duration.ofHours(40));
        assertThat(testCustomer.steps()).containsExactly("begins", "waits", "asks", "done");
    }

    private void deploy(String key, String condition) {
        journeys.deploy(
                key,
                journey(key)
                        .intermediateCatchEvent("waits")
                        .message("order_paid")
                        .endEvent("done")
                        .done(),
                Map.of("waits", Map.of("condition", condition)));
    }

    private TestCustomer begun(String journey) {
        return customerFixture.aCustomer().does(beginningOf(journey));
    }

    private void buys(TestCustomer testCustomer, double amount) {
        testCustomer.did("order_paid", clock.instant(), Map.of("total", amount));
    }

    private void willBuy(TestCustomer testCustomer, double amount) {
        testCustomer.enqueues("order_paid", Map.of("total", amount));
    }
}
