package org.postroad.journey.camunda.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.TestJourneys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** User tasks: a person answers in Tasklist, and the answer decides the flow. */
@PostroadTest
class UserTaskIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    Environment environment;

    @ParameterizedTest
    @CsvSource({"approve, approved", "decline, declined"})
    void takesTheFlowOfTheAnswer(String answer, String end) {
        TestCustomer testCustomer = asked("ask-and-go");
        assertThat(complete(testCustomer, answer)).isEqualTo(204);

        assertThat(testCustomer.steps()).containsExactly("begins", "asks", "decides", end);
        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"variables\": {\"answer\": {\"value\": \"perhaps\"}}}", "{}"})
    void refusesInvalidAnswers(String body) {
        TestCustomer testCustomer = asked("ask-and-insist");
        var refusal = Http.asAdmin(environment)
                .post("/engine-rest/task/" + taskOf(testCustomer).getId() + "/complete", body);

        assertThat(refusal.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(refusal.body()).contains("it must be one of approve, decline");
        assertThat(testCustomer.waitsAt()).containsExactly("asks");
    }

    @Test
    void showsTheAnswersInTasklist() {
        TestCustomer testCustomer = asked("ask-in-tasklist");
        String task = "/engine-rest/task/" + taskOf(testCustomer).getId();
        Http admin = Http.asAdmin(environment);

        assertThat(admin.get(task + "/form").body()).contains("/rendered-form");
        assertThat(admin.get(task + "/form-variables").body()).contains("\"answer\":{\"type\":\"String\"");
        assertThat(admin.get(task + "/rendered-form").body())
                .containsSubsequence("<option value=\"approve\">", "Approve", "<option value=\"decline\">", "Decline");
    }

    @Test
    void acceptsTheAnswerOfTheForm() {
        TestCustomer testCustomer = asked("ask-by-form");
        var answer = Http.asAdmin(environment)
                .post("/engine-rest/task/" + taskOf(testCustomer).getId() + "/submit-form", """
                        {"variables": {"answer": {"value": "approve"}}}""");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(testCustomer.steps()).endsWith("approved");
    }

    @Test
    void createsTheCandidateGroup() {
        TestCustomer testCustomer = asked("ask-a-group");

        assertThat(identities.createGroupQuery().groupId("test-sales").count()).isOne();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(testCustomer.id)
                        .taskCandidateGroup("test-sales")
                        .count())
                .isOne();
        assertThat(taskOf(testCustomer).getDueDate()).isEqualTo(Date.from(Instant.parse("2030-01-02T09:00:00Z")));
    }

    @Test
    void removesTheTaskWhenTheCustomerExits() {
        TestCustomer testCustomer = asked("ask-in-vain").unsubscribes();

        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.UNSUBSCRIBED);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(testCustomer.id)
                        .count())
                .isZero();
    }

    @Test
    void clearsTheAnswerForTheNextTask() {
        journeys.deploy(
                "ask-twice",
                journey("ask-twice")
                        .userTask("asks")
                        .camundaCandidateGroups("test-sales")
                        .userTask("asks-again")
                        .camundaCandidateGroups("test-sales")
                        .endEvent("done")
                        .done(),
                Map.of("asks", Map.of("answers", "yes, no"), "asks-again", Map.of("answers", "yes, later")));
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("ask-twice"));
        complete(testCustomer, "no");
        String again = "/engine-rest/task/" + taskOf(testCustomer).getId();

        assertThat(Http.asAdmin(environment).get(again + "/form-variables").statusCode())
                .isEqualTo(200);
        assertThat(Http.asAdmin(environment).post(again + "/complete", "{}").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(complete(testCustomer, "later")).isEqualTo(204);
    }

    @Test
    void refusesTheAnswerInDiagramsWithoutUserTask() {
        BpmnModelInstance nobodyAsked = journey("ask-nobody")
                .exclusiveGateway("decides")
                .condition("yes", "${answer == 'approve'}")
                .endEvent("approved")
                .moveToNode("decides")
                .endEvent("declined")
                .done();

        assertThatThrownBy(() -> journeys.deploy("ask-nobody", nobodyAsked))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("'answer' is not known here");
    }

    @Test
    void refusesTasksWithoutAssigneeOrValidAnswers() {
        BpmnModelInstance wrong =
                journey("ask-wrongly").userTask("asks").endEvent("done").done();

        assertThatThrownBy(() -> journeys.deploy("ask-wrongly", wrong, Map.of("asks", Map.of("answers", "Yes!, no"))))
                .hasMessageContaining("User task 'asks': nobody is asked")
                .hasMessageContaining("User task 'asks': Setting 'answers' is 'Yes!, no'");
    }

    private TestCustomer asked(String key) {
        journeys.deploy(
                key,
                journey(key)
                        .userTask("asks")
                        .camundaCandidateGroups("test-sales")
                        .camundaDueDate("2030-01-02T09:00:00Z")
                        .exclusiveGateway("decides")
                        .condition("yes", "${answer == 'approve'}")
                        .endEvent("approved")
                        .moveToNode("decides")
                        .endEvent("declined")
                        .done(),
                Map.of("asks", Map.of("answers", "approve, decline")));
        return customerFixture.aCustomer().does(beginningOf(key));
    }

    private Task taskOf(TestCustomer testCustomer) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(testCustomer.id)
                .singleResult();
    }

    private int complete(TestCustomer testCustomer, String answer) {
        int status = Http.asAdmin(environment)
                .post("/engine-rest/task/" + taskOf(testCustomer).getId() + "/complete", """
                        {"variables": {"answer": {"value": "%s", "type": "String"}}}""".formatted(answer))
                .statusCode();
        testCustomer.process();
        return status;
    }
}
