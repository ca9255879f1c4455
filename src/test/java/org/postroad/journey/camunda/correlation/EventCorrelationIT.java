package org.postroad.journey.camunda.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.journey.camunda.session.EngineCommands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** Correlates events with the tokens that wait for them. */
@PostroadTest
class EventCorrelationIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    EngineCommands engine;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void processesEventsOfOneBatchInOrder() {
        journeys.deploy(
                "two-waits",
                journey("two-waits")
                        .intermediateCatchEvent("first")
                        .message("searched")
                        .intermediateCatchEvent("second")
                        .message("article_read")
                        .endEvent("done")
                        .done());
        TestCustomer inOrder = begun("two-waits");
        TestCustomer outOfOrder = begun("two-waits");
        inOrder.enqueues("searched").enqueues("article_read");
        outOfOrder.enqueues("article_read").enqueues("searched").process();

        assertThat(inOrder.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(inOrder.steps()).containsExactly("begins", "first", "second", "done");
        assertThat(outOfOrder.waitsAt()).containsExactly("second");
    }

    @Test
    void entersAndEndsInOneBatch() {
        journeys.deploy(
                "brief",
                journey("brief")
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = customerFixture
                .aCustomer()
                .enqueues("searched")
                .enqueues(beginningOf("brief"))
                .enqueues("searched")
                .process();

        assertThat(testCustomer.steps()).containsExactly("begins", "waits", "done");
    }

    @Test
    void endsOnlyOneWaitByOneEvent() {
        journeys.deploy(
                "same-twice",
                journey("same-twice")
                        .intermediateCatchEvent("once")
                        .message("searched")
                        .intermediateCatchEvent("again")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = begun("same-twice").does("searched");

        assertThat(testCustomer.waitsAt()).containsExactly("again");
        assertThat(testCustomer.does("searched").endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void movesAllParallelTokens() {
        journeys.deploy(
                "side-by-side",
                journey("side-by-side")
                        .parallelGateway("fork")
                        .intermediateCatchEvent("left")
                        .message("searched")
                        .parallelGateway("join")
                        .endEvent("done")
                        .moveToNode("fork")
                        .intermediateCatchEvent("right")
                        .message("searched")
                        .connectTo("join")
                        .done());
        TestCustomer testCustomer = begun("side-by-side");
        assertThat(testCustomer.waitsAt()).containsExactlyInAnyOrder("left", "right");

        assertThat(testCustomer.does("searched").endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void prefersTheInnermostWait() {
        BpmnModelInstance model = journey("in-a-frame")
                .subProcess("frame")
                .embeddedSubProcess()
                .startEvent("frame-begins")
                .intermediateCatchEvent("inside")
                .message("searched")
                .endEvent("frame-ends")
                .subProcessDone()
                .endEvent("done")
                .done();
        SubProcess frame = model.getModelElementById("frame");
        journeys.deploy(
                "in-a-frame",
                frame.builder()
                        .boundaryEvent("around")
                        .message("searched")
                        .endEvent("interrupted")
                        .done());

        assertThat(begun("in-a-frame").does("searched").steps()).endsWith("inside", "frame-ends", "done");
    }

    @Test
    void movesOnlyTheCustomerOfTheEvent() {
        journeys.deploy(
                "alone",
                journey("alone")
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer one = begun("alone");
        TestCustomer other = begun("alone");
        one.does("searched");
        other.does("article_read");

        assertThat(one.endReasons()).hasSize(1);
        assertThat(other.waitsAt()).containsExactly("waits");
    }

    @Test
    void countsHowOftenAStepWasReached() {
        journeys.deploy(
                "round",
                journey("round")
                        .exclusiveGateway("top")
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .sendTask("mail")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${sendEmail}")
                        .connectTo("top")
                        .done(),
                Map.of("mail", Map.of("content", "browse-abandonment/reminder")));
        TestCustomer testCustomer = begun("round").does("searched").does("searched");

        assertThat(testCustomer.mails()).containsExactly("mail", "mail");
        assertThat(testCustomer.waitsAt()).containsExactly("waits");
    }

    @Test
    void skipsSuspendedInstancesAndJourneys() {
        journeys.deploy(
                "closed",
                journey("closed")
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = begun("closed");
        repository.suspendProcessDefinitionByKey("closed", true, null);
        testCustomer.does("searched");
        TestCustomer late = customerFixture.aCustomer().does(beginningOf("closed"));

        assertThat(testCustomer.waitsAt()).containsExactly("waits");
        assertThat(late.openJourneys()).isEmpty();
        repository.activateProcessDefinitionByKey("closed", true, null);
        assertThat(testCustomer.does("searched").endReasons()).hasSize(1);
    }

    @Test
    void reportsAConflictAsOptimisticLockingFailure() {
        journeys.deploy(
                "contended",
                journey("contended")
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done());
        TestCustomer testCustomer = begun("contended");
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(testCustomer.id)
                .singleResult()
                .getId();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> engine.executeHoldingShards(context -> {
                    runtime.messageEventReceived("searched", execution(instance));
                    CompletableFuture.runAsync(() -> runtime.deleteProcessInstance(instance, "by somebody else"))
                            .join();
                })))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    private String execution(String instance) {
        return runtime.createExecutionQuery()
                .processInstanceId(instance)
                .messageEventSubscriptionName("searched")
                .singleResult()
                .getId();
    }

    private TestCustomer begun(String journey) {
        return customerFixture.aCustomer().does(beginningOf(journey));
    }
}
