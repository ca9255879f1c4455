package org.postroad.journey.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.NextNight;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators do in the engine by hand, and what they see when a step fails. */
@PostroadTest
class EngineOperationIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void enrolsACustomerStartedByHand() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksAt("kettle");
        workScheduler.advanceTo(NextNight.after(clock.instant()));
        runtime.startProcessInstanceByKey("browse-abandonment", testCustomer.id);
        workScheduler.runDue();

        assertThat(testCustomer.waitsAt()).containsExactly("wait-for-best-time");
        assertThat(testCustomer.openJourneys()).containsExactly("browse-abandonment");
        assertThat(testCustomer.events(EventType.ENROLLED)).hasSize(1);
    }

    @Test
    void refusesAManualStartWithoutCustomerOrTwice() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksTwiceAt("kettle");

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("browse-abandonment"))
                .hasMessageContaining("Give the customer's id as business key");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("browse-abandonment", "nobody-we-know"))
                .hasMessageContaining("Customer 'nobody-we-know' is not known");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("browse-abandonment", testCustomer.id))
                .hasMessageContaining("is in 'browse-abandonment' already");
        assertThat(testCustomer.waitsAt()).hasSize(1);
    }

    @Test
    void ignoresAnEnrolmentIdPassedByTheCaller() {
        TestCustomer one = customerFixture.aCustomer().looksTwiceAt("kettle");
        TestCustomer other = customerFixture.aCustomer().looksAt("kettle");
        Object stolen = runtime.getVariable(instanceOf(one), "enrolmentId");
        runtime.startProcessInstanceByKey("browse-abandonment", other.id, Map.of("enrolmentId", stolen));

        assertThat(runtime.getVariable(instanceOf(other), "enrolmentId")).isNotEqualTo(stolen);
        assertThat(other.openJourneys()).hasSize(1);
    }

    @Test
    void reportsARefusedStartOverRest() {
        var answer =
                Http.asAdmin(environment).post("/engine-rest/process-definition/key/browse-abandonment/start", "{}");

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("Give the customer's id as business key");
    }

    @Test
    void endsTheEnrolmentWhenItsInstanceIsDeleted() {
        TestCustomer testCustomer = customerFixture.aCustomer().looksTwiceAt("kettle");
        String instance = instanceOf(testCustomer);
        var answer = Http.asAdmin(environment).post("/engine-rest/process-instance/delete", """
                        {"processInstanceIds": ["%s"], "deleteReason": "a test", "skipCustomListeners": true}""".formatted(instance));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        workScheduler.runDue();

        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.ENDED_BY_OPERATOR);
    }

    @Test
    void retriesAFailingStepAndThenRaisesAnIncident() {
        journeys.deploy(
                "no-such-moment",
                journey("no-such-moment")
                        .exclusiveGateway("asks")
                        .camundaAsyncBefore()
                        .condition("soon", "${before(event.startsAt, 'P1D', '09:00') < after('P7D')}")
                        .endEvent("done")
                        .moveToNode("asks")
                        .endEvent("later")
                        .done());
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().does(beginningOf("no-such-moment"));
        assertThat(jobOf("no-such-moment").getRetries()).isEqualTo(3);
        assertThat(testCustomer.waitsAt()).containsExactly("asks");
        workScheduler.advance(Duration.ofSeconds(5));
        assertThat(jobOf("no-such-moment").getRetries()).isEqualTo(2);
        workScheduler.advance(Duration.ofMinutes(15));

        assertThat(jobOf("no-such-moment").getRetries()).isZero();
        assertThat(jobOf("no-such-moment").getExceptionMessage()).contains("'null' is no moment");
        assertThat(runtime.createIncidentQuery()
                        .processDefinitionKeyIn("no-such-moment")
                        .count())
                .isOne();
        assertThat(testCustomer.steps())
                .as("what was rolled back was not passed")
                .containsExactly("begins");
        assertThat(testCustomer.mails()).isEmpty();
    }

    @Test
    void keepsOnlyTheHistoryThatOperatorsNeed() {
        customerFixture.aCustomer().looksTwiceAt("kettle");

        assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
        assertThat(history.createHistoricActivityInstanceQuery().count()).isZero();
        assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
        assertThat(history.createHistoricJobLogQuery().count()).isZero();
    }

    @Test
    void createsTheIndexesForManyWaitingInstances() {
        assertThat(jdbc.sql("select indexname from pg_indexes where indexname like 'jx_%'")
                        .query(String.class)
                        .list())
                .containsAll(List.of("jx_job_due", "jx_job_locked", "jx_evsub_pi"));
    }

    private String instanceOf(TestCustomer testCustomer) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(testCustomer.id)
                .singleResult()
                .getId();
    }

    private Job jobOf(String journey) {
        return management.createJobQuery().processDefinitionKey(journey).singleResult();
    }
}
