package org.postroad.journey.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;
import static org.postroad.journey.camunda.TestJourneys.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.EventBacklog;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pauses, resumes and stops journeys. */
@PostroadTest
class JourneyLifecycleIT {

    @Autowired
    Environment environment;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    RuntimeService runtime;

    @Autowired
    EventBacklog events;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    List<ScheduledWork> works;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void neitherEnrolsNorFiresTimersWhilePaused() throws Exception {
        journeys.deploy("rests", waiting("rests", "PT1H"));
        TestCustomer inside = customerFixture.aCustomer().does(beginningOf("rests"));
        assertThat(post("rests", "pause", Map.of()).at("/state").asText()).isEqualTo("PAUSED");

        workScheduler.advance(Duration.ofHours(2));
        assertThat(inside.endReasons()).isEmpty();
        assertThat(customerFixture.aCustomer().does(beginningOf("rests")).openJourneys())
                .isEmpty();
        String newcomer = customerFixture.aCustomer().does("article_read").id;
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("rests", newcomer))
                .hasMessageContaining("suspended");

        assertThat(post("rests", "resume", Map.of()).at("/state").asText()).isEqualTo("RUNNING");
        workScheduler.runDue();
        assertThat(inside.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(customerFixture.aCustomer().does(beginningOf("rests")).openJourneys())
                .containsExactly("rests");
    }

    @Test
    void processesMissedEventsBeforeOverdueTimers() throws Exception {
        journeys.deploy("catches-up", either("catches-up"));
        TestCustomer searched = customerFixture.aCustomer().does(beginningOf("catches-up"));
        TestCustomer didNot = customerFixture.aCustomer().does(beginningOf("catches-up"));
        searched.enqueues("searched"); // received before the pause, and not acted on yet
        post("catches-up", "pause", Map.of());
        TestCustomer late = customerFixture.aCustomer();
        workScheduler.advance(Duration.ofHours(1));
        searched.does("article_read");
        workScheduler.advance(Duration.ofHours(2));
        assertThat(searched.waitsAt()).containsExactly("either");

        post("catches-up", "resume", Map.of());
        engineJobs().runDue(); // maybe of another node, which comes before the events' worker
        assertThat(searched.waitsAt()).containsExactly("either");
        workScheduler.runDue();
        assertThat(searched.steps()).endsWith("searches", "reads", "done").doesNotContain("hour");
        assertThat(didNot.steps()).endsWith("hour", "too-late").doesNotContain("searches");
        assertThat(late.openJourneys()).isEmpty();
        assertThat(count("missed_event m join act_ru_execution e on e.id_ = m.instance where e.business_key_ in ('"
                        + searched.id + "', '" + didNot.id + "')"))
                .isZero();
    }

    @Test
    void hearsNothingTwiceThatCameBeforeThePause() throws Exception {
        BpmnModelInstance model = journey("hears-once")
                .parallelGateway("between")
                .camundaAsyncBefore()
                .intermediateCatchEvent("days")
                .timerWithDuration("P5D")
                .endEvent("done")
                .done();
        Process process = model.getModelElementById("hears-once");
        process.builder()
                .eventSubProcess("also")
                .startEvent("hears")
                .interrupting(false)
                .message("searched")
                .endEvent("heard")
                .done();
        journeys.deploy("hears-once", model);
        TestCustomer inside = customerFixture.aCustomer();
        inside.enqueues(beginningOf("hears-once"));
        inside.enqueues("searched"); // while the token stands before the gateway
        workScheduler.runDue();

        post("hears-once", "pause", Map.of());
        post("hears-once", "resume", Map.of());
        workScheduler.runDue();

        assertThat(inside.waitsAt()).contains("days");
        assertThat(inside.steps()).containsOnlyOnce("heard");
    }

    @Test
    void staysPausedAcrossDeploymentAndMigration() throws Exception {
        journeys.deploy("paused-and-moved", waiting("paused-and-moved", "PT5H"));
        TestCustomer inside = customerFixture.aCustomer().does(beginningOf("paused-and-moved"));
        post("paused-and-moved", "pause", Map.of());
        journeys.deploy("paused-and-moved", waiting("paused-and-moved", "PT1H"));
        assertThat(customerFixture
                        .aCustomer()
                        .does(beginningOf("paused-and-moved"))
                        .openJourneys())
                .isEmpty();

        post("paused-and-moved", "migrations", Map.of("from", 1, "to", 2, "timers", "recalculate"));
        workScheduler.advance(Duration.ofHours(2));
        assertThat(inside.endReasons()).isEmpty();
        post("paused-and-moved", "resume", Map.of());
        workScheduler.runDue();
        assertThat(inside.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void letsEnrolmentsFinishWhenClosed() throws Exception {
        journeys.deploy("finishes", waiting("finishes", "PT1H"));
        TestCustomer inside = customerFixture.aCustomer().does(beginningOf("finishes"));
        assertThat(post("finishes", "stop", Map.of("letFinish", true))
                        .at("/state")
                        .asText())
                .isEqualTo("CLOSED");

        String newcomer = customerFixture.aCustomer().does(beginningOf("finishes")).id;
        assertThat(inside.openJourneys()).containsExactly("finishes");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("finishes", newcomer))
                .hasMessageContaining("Resume it first");
        workScheduler.advance(Duration.ofHours(1));
        assertThat(inside.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void endsEnrolmentsAndCancelsMailWhenStopped() throws Exception {
        journeys.deploy(
                "stops",
                journey("stops")
                        .sendTask("mail")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${sendEmail}")
                        .intermediateCatchEvent("days")
                        .timerWithDuration("P5D")
                        .endEvent("done")
                        .done(),
                Map.of("mail", Map.of("content", "browse-abandonment/still-thinking")));
        TestCustomer inside = customerFixture.aConsentingCustomer().enqueues(beginningOf("stops"));
        events.drain();
        assertThat(inside.waitsAt()).containsExactly("mail");
        post("stops", "stop", Map.of("letFinish", false));
        workScheduler.advance(Duration.ofDays(6));

        assertThat(inside.endReasons()).containsExactly(EnrolmentEnded.STOPPED);
        assertThat(inside.mails()).as("what stood before it was not ordered").isEmpty();
        assertThat(status("stops").at("/versions/0/people").asInt()).isZero();
        assertThat(json.readTree(Http.withKey(environment).get("/api/journeys").body())
                        .findValuesAsText("state"))
                .contains("STOPPED", "RUNNING");
    }

    @Test
    void hasButtonsInTheConsole() throws Exception {
        journeys.deploy("buttons", waiting("buttons", "PT1H"));
        customerFixture.aCustomer().does(beginningOf("buttons"));
        journeys.deploy("buttons", waiting("buttons", "PT2H"));
        post("buttons", "migrations", Map.of("from", 1, "to", 2, "share", 1));
        workScheduler.runDue();
        Http.Browser browser = Http.asNobody(environment).browser();
        browser.submit("/login", Map.of("username", "admin", "password", Http.PASSWORD));

        assertThat(browser.getPage("/journeys/buttons").body()).contains("Versions", "1 → 2", "Pause");
        assertThat(browser.submit("/journeys/buttons", "/journeys/buttons/barrier", Map.of("press", "pause"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(status("buttons").at("/state").asText()).isEqualTo("PAUSED");
        assertThat(browser.getPage("/journeys/buttons").body()).contains("Resume", "paused");
        browser.submit("/journeys/buttons", "/journeys/buttons/barrier", Map.of("press", "resume"));
        assertThat(status("buttons").at("/state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void refusesInvalidRequests() throws Exception {
        assertThat(Http.withKey(environment)
                        .post("/api/journeys/no-such/pause", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Http.withKey(environment)
                        .post("/api/journeys/browse-abandonment/stop", "{}")
                        .body())
                .contains("letFinish is missing");
    }

    private ScheduledWork engineJobs() {
        return works.stream()
                .filter(work -> work.name().equals("engine"))
                .findFirst()
                .orElseThrow();
    }

    private static BpmnModelInstance either(String key) {
        return journey(key)
                .eventBasedGateway()
                .id("either")
                .intermediateCatchEvent("hour")
                .timerWithDuration("PT1H")
                .endEvent("too-late")
                .moveToNode("either")
                .intermediateCatchEvent("searches")
                .message("searched")
                .intermediateCatchEvent("reads")
                .message("article_read")
                .endEvent("done")
                .done();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private JsonNode post(String journey, String what, Map<String, ?> body) throws Exception {
        var answer =
                Http.withKey(environment).post("/api/journeys/" + journey + "/" + what, json.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return json.readTree(answer.body());
    }

    private JsonNode status(String journey) throws Exception {
        return json.readTree(Http.withKey(environment)
                .get("/api/journeys/" + journey + "/status")
                .body());
    }
}
