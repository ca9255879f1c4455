package org.postroad.journey.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Visitors;
import org.postroad.journey.Visitors.Visitor;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** Waits and exits that take not any event of a kind, but the one that is meant. */
@PostroadTest
class WaitUntilIT {

    @Autowired
    Visitors visitors;

    @Autowired
    TestJourneys journeys;

    @Autowired
    Clock clock;

    @Autowired
    WorkScheduler workScheduler;

    @Test
    void waitsForTheEventThatIsMeant() {
        deploy("meant", "${event.amount > 50}");
        Visitor visitor = begun("meant");

        buys(visitor, 50);
        assertThat(visitor.waitsAt()).containsExactly("waits");
        buys(visitor, 50.01);
        assertThat(visitor.endings()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void waitsOnWhenTheConditionCannotBeAnswered() {
        deploy("unanswerable", "${event.quantity > 2}");
        Visitor visitor = begun("unanswerable");

        visitor.did("order_paid", clock.instant(), Map.of("quantity", "many"));
        assertThat(visitor.waitsAt()).containsExactly("waits");
        visitor.did("order_paid", clock.instant(), Map.of("quantity", 3));
        assertThat(visitor.endings()).hasSize(1);
    }

    @Test
    void hearsWhatWasMeantAmongWhatWasMissed() {
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
        Visitor early = visitors.anybody().willDo(beginningOf("busy"));
        willBuy(early, 10);
        willBuy(early, 60);
        early.now();
        Visitor cheap = visitors.anybody().willDo(beginningOf("busy"));
        willBuy(cheap, 10);
        cheap.now();

        assertThat(early.endings()).as("missed two, the second was meant").containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(cheap.waitsAt()).containsExactly("waits");
        buys(cheap, 60);
        assertThat(cheap.endings()).hasSize(1);
    }

    @Test
    void leavesTheEventToWhoeverMeansIt() {
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

        Visitor small = begun("frames");
        buys(small, 10);
        assertThat(small.steps()).endsWith("buys-little", "little");
        Visitor large = begun("frames");
        buys(large, 60);
        assertThat(large.steps()).endsWith("waits", "large");
    }

    @Test
    void knowsItsOwnMail() {
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
        Visitor visitor = visitors.consenting().does(beginningOf("own-mail"));

        visitor.did("email_clicked", clock.instant(), Map.of("messageId", "another"));
        assertThat(visitor.waitsAt()).containsExactly("clicks");
        visitor.did(
                "email_clicked",
                clock.instant(),
                Map.of("messageId", visitor.messageOf("mail").toString()));
        assertThat(visitor.endings()).hasSize(1);
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
        Visitor visitor = begun("morning");

        workScheduler.advance(Duration.ofHours(8));
        assertThat(visitor.waitsAt()).containsExactly("waits");
        workScheduler.advance(Duration.ofHours(40));
        assertThat(visitor.steps()).containsExactly("begins", "waits", "asks", "done");
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

    private Visitor begun(String journey) {
        return visitors.anybody().does(beginningOf(journey));
    }

    private void buys(Visitor visitor, double amount) {
        visitor.did("order_paid", clock.instant(), Map.of("total", amount));
    }

    private void willBuy(Visitor visitor, double amount) {
        visitor.willDo("order_paid", Map.of("total", amount));
    }
}
