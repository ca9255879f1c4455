package org.postroad.journey.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;
import static org.postroad.journey.camunda.TestJourneys.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.EventBacklog;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrates enrolments that wait in one version of a journey to another version. */
@PostroadTest
class MigrationIT {

    @Autowired
    Environment environment;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    EventBacklog events;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void keepsDueDatesUnlessToldToRecalculateThem() throws Exception {
        journeys.deploy("keeps", waiting("keeps", "P5D"));
        TestCustomer kept = customerFixture.aCustomer().does(beginningOf("keeps"));
        journeys.deploy("counts", waiting("counts", "P5D"));
        TestCustomer counted = customerFixture.aCustomer().does(beginningOf("counts"));
        Instant began = clock.instant();
        workScheduler.advance(Duration.ofDays(1));
        journeys.deploy("keeps", waiting("keeps", "P2D"));
        journeys.deploy("counts", waiting("counts", "P2D"));

        JsonNode plan = plan("counts", Map.of("from", 1, "to", 2, "timers", "recalculate"));
        assertThat(plan.at("/people").asInt()).isOne();
        assertThat(plan.at("/timers/0/action").asText()).isEqualTo("RECALCULATED");
        assertThat(Instant.parse(plan.at("/timers/0/earliest").asText())).isEqualTo(began.plus(Duration.ofDays(5)));
        assertThat(Instant.parse(plan.at("/timers/0/newLatest").asText())).isEqualTo(began.plus(Duration.ofDays(2)));
        assertThat(dueOf(counted)).as("a plan changes nothing").isEqualTo(began.plus(Duration.ofDays(5)));

        migrate("keeps", Map.of("from", 1, "to", 2));
        migrate("counts", Map.of("from", 1, "to", 2, "timers", "recalculate"));
        assertThat(versionOf(kept)).isEqualTo(2);
        assertThat(dueOf(kept)).isEqualTo(began.plus(Duration.ofDays(5)));
        assertThat(dueOf(counted)).isEqualTo(began.plus(Duration.ofDays(2)));

        workScheduler.advance(Duration.ofDays(1));
        assertThat(counted.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(kept.endReasons()).isEmpty();
        workScheduler.advance(Duration.ofDays(3));
        assertThat(kept.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void firesOverdueRecalculatedTimersSoon() throws Exception {
        journeys.deploy("overdue", waiting("overdue", "P5D"));
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("overdue"));
        workScheduler.advance(Duration.ofDays(3));
        journeys.deploy("overdue", waiting("overdue", "P2D"));
        migrate("overdue", Map.of("from", 1, "to", 2, "timers", Map.of("days", "recalculate")));

        assertThat(dueOf(testCustomer))
                .isBetween(clock.instant(), clock.instant().plus(Duration.ofMinutes(10)));
        workScheduler.advance(Duration.ofMinutes(10));
        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void recalculatesTimesOfDayFromTheStartOfTheWait() throws Exception {
        journeys.deploy("at-nine", waitingUntil("at-nine", "${after('P9D','09:00')}"));
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("at-nine"));
        Instant ninth = dueOf(testCustomer);
        workScheduler.advance(Duration.ofDays(2));
        journeys.deploy("at-nine", waitingUntil("at-nine", "${after('P4D','09:00')}"));
        migrate("at-nine", Map.of("from", 1, "to", 2, "timers", "recalculate"));

        assertThat(dueOf(testCustomer)).isEqualTo(ninth.minus(Duration.ofDays(5)));
    }

    @Test
    void refusesAPlanWithUnmappedStepsAndSuggestsTargets() throws Exception {
        journeys.deploy("open-ways", waiting("open-ways", "P5D"));
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("open-ways"));
        journeys.deploy(
                "open-ways",
                journey("open-ways")
                        .intermediateCatchEvent("hours")
                        .timerWithDuration("PT3H")
                        .endEvent("done")
                        .done(),
                Map.of("open-ways", Map.of("retired", "days")));

        var answer = Http.withKey(environment)
                .post("/api/journeys/open-ways/migrations", json.writeValueAsString(Map.of("from", 1, "to", 2)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).at("/detail").asText())
                .contains("1 person stands at 'days' (timer)", "\"days\": \"hours\" or \"days\": \"exit\"");
        assertThat(versionOf(testCustomer)).isOne();

        JsonNode plan = plan("open-ways", Map.of("from", 1, "to", 2));
        assertThat(plan.at("/steps/0/becomes").isMissingNode()).isTrue();
        assertThat(plan.at("/steps/0/couldBe")).hasSize(2);
        assertThat(plan("open-ways", Map.of("from", 1, "to", 2, "steps", Map.of("days", "hours")))
                        .at("/objections"))
                .isEmpty();
    }

    @Test
    void movesToARenamedStepOrExits() throws Exception {
        journeys.deploy("two-ways", gateway("two-ways", "first-days", "P5D"));
        TestCustomer moves = customerFixture.aCustomer().does(beginningOf("two-ways"));
        journeys.deploy("exiting", waiting("exiting", "P5D"));
        TestCustomer exits = customerFixture.aCustomer().does(beginningOf("exiting"));
        Instant due = dueOf(moves);
        journeys.deploy(
                "two-ways",
                gateway("two-ways", "later-days", "P9D"),
                Map.of("two-ways", Map.of("retired", "first-days")));
        journeys.deploy(
                "exiting", journey("exiting").endEvent("done").done(), Map.of("exiting", Map.of("retired", "days")));

        migrate("two-ways", Map.of("from", 1, "to", 2, "steps", Map.of("first-days", "later-days")));
        JsonNode exited = migrate("exiting", Map.of("from", 1, "to", 2, "steps", Map.of("days", "exit")));

        assertThat(moves.waitsAt()).containsExactly("either");
        assertThat(dueOf(moves)).isEqualTo(due);
        assertThat(exited.at("/exited").asInt()).isOne();
        assertThat(exits.endReasons()).containsExactly(EnrolmentEnded.EXITED_BY_MIGRATION);
        assertThat(moves.does("searched").endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void migratesAShareFirstAndThenTheRest() throws Exception {
        journeys.deploy("cohort", waiting("cohort", "P5D"));
        List<TestCustomer> all = IntStream.range(0, 10)
                .mapToObj(i -> customerFixture.aCustomer().does(beginningOf("cohort")))
                .toList();
        journeys.deploy("cohort", waiting("cohort", "P2D"));

        JsonNode some = migrate("cohort", Map.of("from", 1, "to", 2, "share", 0.25));
        assertThat(some.at("/moved").asInt()).isEqualTo(3);
        assertThat(some.at("/waiting").asInt()).isZero();
        assertThat(some.at("/later").asInt()).isEqualTo(7);
        assertThat(all.stream().filter(testCustomer -> versionOf(testCustomer) == 2))
                .hasSize(3);

        String path = "/api/journeys/cohort/migrations/" + some.at("/id").asText();
        assertThat(post(path + "/continue", Map.of("share", 1)).at("/waiting").asInt())
                .isEqualTo(7);
        assertThat(post(path + "/stop", Map.of()).at("/running").asBoolean()).isFalse();
        workScheduler.runDue();
        assertThat(get(path).at("/moved").asInt()).isEqualTo(3);
        assertThat(post(path + "/resume", Map.of()).at("/running").asBoolean()).isTrue();
        workScheduler.runDue();
        assertThat(get(path).at("/moved").asInt()).isEqualTo(10);
        assertThat(all)
                .allSatisfy(testCustomer -> assertThat(versionOf(testCustomer)).isEqualTo(2));
        assertThat(get("/api/journeys/cohort/migrations")).hasSize(1);
    }

    @Test
    void reportsFailedEnrolmentsWithTheirReason() throws Exception {
        journeys.deploy("partly", waiting("partly", "P5D"));
        TestCustomer broken = customerFixture.aCustomer().does(beginningOf("partly"));
        TestCustomer sound = customerFixture.aCustomer().does(beginningOf("partly"));
        journeys.deploy("partly", waiting("partly", "P2D"));
        JsonNode begun =
                post("/api/journeys/partly/migrations", Map.of("from", 1, "to", 2)); // and before its turn comes:
        jdbc.sql("""
                        update act_ru_execution set act_id_ = 'begins'
                        where act_id_ = 'days' and proc_inst_id_ =
                          (select id_ from act_ru_execution where business_key_ = ?)""").param(broken.id).update();
        workScheduler.runDue();

        JsonNode done = get("/api/journeys/partly/migrations/" + begun.at("/id").asText());
        assertThat(done.at("/moved").asInt()).isOne();
        assertThat(done.at("/failed").asInt()).isOne();
        assertThat(done.at("/failures/0/customerId").asText()).isEqualTo(broken.id);
        assertThat(done.at("/failures/0/reason").asText()).contains("Stands at 'begins'");
        assertThat(versionOf(sound)).isEqualTo(2);
        assertThat(versionOf(broken)).isOne();
    }

    @Test
    void processesEventsDuringAMigration() throws Exception {
        journeys.deploy("hearing", gateway("hearing", "days", "P5D"));
        TestCustomer before = customerFixture.aCustomer().does(beginningOf("hearing"));
        TestCustomer meanwhile = customerFixture.aCustomer().does(beginningOf("hearing"));
        journeys.deploy("hearing", gateway("hearing", "days", "P2D"));
        post("/api/journeys/hearing/migrations", Map.of("from", 1, "to", 2));
        before.enqueues("searched");
        meanwhile.enqueues("searched").enqueues(beginningOf("hearing"));
        workScheduler.runDue();

        assertThat(before.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
        assertThat(meanwhile.endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void waitsForTheEventThatTheNewVersionNames() throws Exception {
        journeys.deploy("renamed-event", waitingFor("renamed-event", "searched"));
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("renamed-event"));
        journeys.deploy("renamed-event", waitingFor("renamed-event", "article_read"));
        migrate("renamed-event", Map.of("from", 1, "to", 2));

        assertThat(testCustomer.does("searched").endReasons()).isEmpty();
        assertThat(testCustomer.does("article_read").endReasons()).containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void movesEnrolmentsBeforeAnAsynchronousStep() throws Exception {
        journeys.deploy("before-step", beforeStep("before-step", "searched"));
        TestCustomer testCustomer = customerFixture.aCustomer().enqueues(beginningOf("before-step"));
        events.drain();
        testCustomer.enqueues("article_read");
        events.drain();
        assertThat(testCustomer.waitsAt()).containsExactly("between");
        journeys.deploy("before-step", beforeStep("before-step", "article_read"));
        post("/api/journeys/before-step/pause", Map.of());
        post("/api/journeys/before-step/migrations", Map.of("from", 1, "to", 2));
        events.drain();
        assertThat(versionOf(testCustomer)).isEqualTo(2);
        assertThat(testCustomer.waitsAt()).containsExactly("between");

        post("/api/journeys/before-step/resume", Map.of());
        workScheduler.runDue();
        assertThat(testCustomer.endReasons())
                .as("heard what came on the way")
                .containsExactly(EnrolmentEnded.COMPLETED);
    }

    @Test
    void postponesEnrolmentsWithADueJob() throws Exception {
        journeys.deploy("on-the-way", beforeStep("on-the-way", "searched"));
        TestCustomer testCustomer = customerFixture.aCustomer().enqueues(beginningOf("on-the-way"));
        events.drain();
        journeys.deploy("on-the-way", beforeStep("on-the-way", "article_read"));
        post("/api/journeys/on-the-way/migrations", Map.of("from", 1, "to", 2));
        events.drain();
        assertThat(versionOf(testCustomer)).isOne();

        workScheduler.advance(Duration.ofSeconds(1));
        assertThat(versionOf(testCustomer)).isEqualTo(2);
        assertThat(testCustomer.waitsAt()).containsExactly("waits");
    }

    @Test
    void refusesInvalidRequests() throws Exception {
        journeys.deploy("asked", waiting("asked", "P5D"));
        assertThat(refused("asked", Map.of("from", 1, "to", 7))).contains("has no version 7; it has 1");
        assertThat(refused("asked", Map.of("from", 1, "to", 1))).contains("give two versions");
        journeys.deploy("asked", waiting("asked", "P2D"));
        assertThat(refused("asked", Map.of("from", 1, "to", 2, "steps", Map.of("day", "days"))))
                .contains("steps.day", "people can at days");
        assertThat(refused("asked", Map.of("from", 1, "to", 2, "timers", "reset")))
                .contains("must be \"keep\" or \"recalculate\"");
        assertThat(refused("asked", Map.of("from", 1, "to", 2, "share", 2))).contains("at most 1");
        assertThat(refused("no-such", Map.of("from", 1, "to", 2))).contains("no journey with the key");
    }

    private static BpmnModelInstance waitingUntil(String key, String date) {
        return journey(key)
                .intermediateCatchEvent("days")
                .timerWithDate(date)
                .endEvent("done")
                .done();
    }

    private static BpmnModelInstance waitingFor(String key, String event) {
        return journey(key)
                .intermediateCatchEvent("waits")
                .message(event)
                .endEvent("done")
                .done();
    }

    private static BpmnModelInstance beforeStep(String key, String event) {
        return journey(key)
                .parallelGateway("between")
                .camundaAsyncBefore()
                .intermediateCatchEvent("waits")
                .message(event)
                .endEvent("done")
                .done();
    }

    private static BpmnModelInstance gateway(String key, String timer, String period) {
        return journey(key)
                .eventBasedGateway()
                .id("either")
                .intermediateCatchEvent(timer)
                .timerWithDuration(period)
                .endEvent("time-is-over")
                .moveToNode("either")
                .intermediateCatchEvent("searches")
                .message("searched")
                .endEvent("found")
                .done();
    }

    private Instant dueOf(TestCustomer testCustomer) {
        return jdbc.sql("""
                        select j.duedate_ from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_
                        where i.business_key_ = ?""")
                .param(testCustomer.id)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private int versionOf(TestCustomer testCustomer) {
        return jdbc.sql("""
                        select d.version_ from act_ru_execution i join act_re_procdef d on d.id_ = i.proc_def_id_
                        where i.business_key_ = ?""").param(testCustomer.id).query(Integer.class).single();
    }

    private JsonNode plan(String journey, Map<String, ?> wanted) throws Exception {
        Map<String, Object> dry = new HashMap<>(wanted);
        dry.put("dryRun", true);
        return post("/api/journeys/" + journey + "/migrations", dry);
    }

    /** Starts a migration and runs it to its end. */
    private JsonNode migrate(String journey, Map<String, ?> wanted) throws Exception {
        JsonNode begun = post("/api/journeys/" + journey + "/migrations", wanted);
        workScheduler.runDue();
        return get("/api/journeys/" + journey + "/migrations/" + begun.at("/id").asText());
    }

    private JsonNode post(String path, Map<String, ?> body) throws Exception {
        var answer = Http.withKey(environment).post(path, json.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return json.readTree(answer.body());
    }

    private JsonNode get(String path) throws Exception {
        return json.readTree(Http.withKey(environment).get(path).body());
    }

    private String refused(String journey, Map<String, ?> body) throws Exception {
        var answer = Http.withKey(environment)
                .post("/api/journeys/" + journey + "/migrations", json.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 404);
        return json.readTree(answer.body()).at("/detail").asText();
    }
}
