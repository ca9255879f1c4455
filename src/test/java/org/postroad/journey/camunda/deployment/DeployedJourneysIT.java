package org.postroad.journey.camunda.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Duration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.camunda.TestJourneys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the road knows of the journeys without asking: right at once on this node, and soon after another node's change. */
@PostroadTest
class DeployedJourneysIT {

    @Autowired
    TestJourneys journeys;

    @Autowired
    JourneyEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    JdbcClient jdbc;

    @Test
    void knowsADeploymentASuspensionAndADeletionOfThisNodeAtOnce() {
        journeys.deploy("in-force", waitingFor("in-force", "searched"));
        assertThat(engine.enteredBy(beginningOf("in-force")))
                .extracting(Journey::key)
                .containsExactly("in-force");

        repository.suspendProcessDefinitionByKey("in-force");
        assertThat(engine.enteredBy(beginningOf("in-force"))).isEmpty();
        repository.activateProcessDefinitionByKey("in-force");
        assertThat(engine.enteredBy(beginningOf("in-force"))).hasSize(1);

        repository.deleteDeployment(
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("in-force")
                        .singleResult()
                        .getDeploymentId(),
                true);
        assertThat(engine.enteredBy(beginningOf("in-force"))).isEmpty();
    }

    @Test
    void knowsAStopOfAnotherNodeSoon() {
        journeys.deploy("stopped-elsewhere", waitingFor("stopped-elsewhere", "searched"));
        assertThat(engine.enteredBy(beginningOf("stopped-elsewhere"))).hasSize(1);

        jdbc.sql("insert into journey_state (journey, state, since) values ('stopped-elsewhere', 'CLOSED', now())")
                .update();

        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!engine.enteredBy(beginningOf("stopped-elsewhere")).isEmpty() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(engine.enteredBy(beginningOf("stopped-elsewhere"))).isEmpty();
    }

    @Test
    void startsNobodyInAJourneyThatAnotherNodeHasJustSuspended() {
        journeys.deploy("suspended-elsewhere", waitingFor("suspended-elsewhere", "searched"));
        assertThat(engine.enteredBy(beginningOf("suspended-elsewhere"))).hasSize(1);
        TestCustomer customer = customerFixture.aCustomer();

        jdbc.sql("update act_re_procdef set suspension_state_ = 2 where key_ = 'suspended-elsewhere'")
                .update();
        customer.does(beginningOf("suspended-elsewhere"));

        assertThat(customer.openJourneys()).doesNotContain("suspended-elsewhere");
        assertThat(jdbc.sql("select count(*) from inbox join event using (received_at, seq) where customer_id = ?")
                        .param(customer.id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void hearsWhatOnlyAnOlderVersionWaitsFor() {
        journeys.deploy("two-versions", waitingFor("two-versions", "heard_by_the_first"));
        TestCustomer customer = customerFixture.aCustomer().does(beginningOf("two-versions"));
        journeys.deploy("two-versions", waitingFor("two-versions", "heard_by_the_second"));
        TestCustomer later = customerFixture.aCustomer().does(beginningOf("two-versions"));

        assertThat(customer.does("heard_by_the_first").openJourneys()).doesNotContain("two-versions");
        assertThat(later.does("heard_by_the_second").openJourneys()).doesNotContain("two-versions");
    }

    private static BpmnModelInstance waitingFor(String key, String event) {
        return journey(key)
                .intermediateCatchEvent("waits")
                .message(event)
                .endEvent("done")
                .done();
    }
}
