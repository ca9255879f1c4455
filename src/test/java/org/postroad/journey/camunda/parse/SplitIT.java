package org.postroad.journey.camunda.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.camunda.TestJourneys;
import org.springframework.beans.factory.annotation.Autowired;

/** Gateways that split customers at random. */
@PostroadTest
class SplitIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    EventLog events;

    @Test
    void sendsACustomerTheSameWayEachTime() {
        journeys.deploy(
                "forked",
                fork("forked"),
                Map.of("begins", Map.of("reentry", "always"), "fork", Map.of("shares", "to-left=30, to-right=70")));
        List<TestCustomer> many =
                Stream.generate(customerFixture::aCustomer).limit(300).toList();
        many.forEach(testCustomer -> testCustomer.enqueues(beginningOf("forked")));
        many.get(0).process();

        long left = many.stream().filter(SplitIT::wentLeft).count();
        assertThat(left).as("of 300, at 30 %").isBetween(60L, 120L);
        TestCustomer again = many.get(0);
        boolean first = wentLeft(again);
        again.does(beginningOf("forked"));
        assertThat(again.steps()).hasSize(6);
        assertThat(again.steps().subList(3, 6)).isEqualTo(again.steps().subList(0, 3));
        assertThat(wentLeft(again)).isEqualTo(first);
    }

    @Test
    void recordsTheVariantOfAnExperiment() {
        journeys.deploy(
                "tried",
                fork("tried"),
                Map.of("fork", Map.of("shares", "to-left=50, to-right=50", "experiment", "side")));
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("tried"));

        assertThat(events.ofCustomer(testCustomer.id, Instant.EPOCH, "variant_assigned"))
                .singleElement()
                .extracting(Event::properties)
                .satisfies(told -> assertThat(told)
                        .containsEntry("experiment", "side")
                        .containsEntry("journey", "tried")
                        .containsEntry("variant", wentLeft(testCustomer) ? "to-left" : "to-right"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            to-left=50, to-right=40  | Together they are 90, not 100
            to-left=100              | Name two flows or more
            to-left=50, to-centre=50 | names the flows to-centre, to-left, but those that leave are to-left, to-right
            left and right           | write the id of each outgoing flow with its per cent
            """)
    void refusesInvalidShares(String shares, String sentence) {
        assertThatThrownBy(() -> journeys.deploy("misfit", fork("misfit"), Map.of("fork", Map.of("shares", shares))))
                .hasMessageContaining("'fork'")
                .hasMessageContaining(sentence);
    }

    private static boolean wentLeft(TestCustomer testCustomer) {
        return testCustomer.steps().contains("left");
    }

    private static BpmnModelInstance fork(String key) {
        return journey(key)
                .exclusiveGateway("fork")
                .sequenceFlowId("to-left")
                .endEvent("left")
                .moveToNode("fork")
                .sequenceFlowId("to-right")
                .endEvent("right")
                .done();
    }
}
