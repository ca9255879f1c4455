package org.postroad.journey.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.Http;
import org.postroad.PostroadProcess;
import org.postroad.journey.camunda.TestJourneys;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Migrates 800 enrolments to a version that adds a step, removes one and shortens a wait, while events arrive, timers fire
 * and the packaged application is killed. With {@code -Dpostroad.endurance=full}, 10,000.
 */
class MigrationEnduranceIT {

    private static final boolean FULL = "full".equals(System.getProperty("postroad.endurance"));
    private static final int PEOPLE = FULL ? 10_000 : 800;
    private static final int BATCH = 100;
    private static final String KEY = "long-road";
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** The timer of the removed step fires during the migration. */
    private static final String REST = FULL ? "PT45S" : "PT10S";

    private static final int ANSWERS_BEFORE = 0;
    private static final int ANSWERS_MEANWHILE = 1;
    private static final int LEAVES_MEANWHILE = 2;
    private static final int WAITS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private final int port = PostroadProcess.freePort();
    private EmbeddedPostgres postgres;
    private JdbcTemplate jdbc;
    private PostroadProcess node;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
        node = startNode();
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        postgres.close();
    }

    @Test
    void migratesEveryEnrolmentOnceDespiteEventsTimersAndAKill() throws Exception {
        enrolInFirstVersion();
        migrateWhileEventsArrive();
        assertEveryEnrolmentIsWhereItShouldBe();
    }

    private void enrolInFirstVersion() throws Exception {
        deploy(first());
        sendAll(beginningOf(KEY), IntStream.range(0, PEOPLE));
        await().atMost(TIMEOUT).until(() -> tokensAt("hears") == PEOPLE);
        sendAll("road_answered", group(ANSWERS_BEFORE));
        await().atMost(TIMEOUT).until(() -> tokensAt("rests") > 0);
    }

    private void migrateWhileEventsArrive() throws Exception {
        deploy(second());
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            sendAll("road_left", group(LEAVES_MEANWHILE));
            sendAll("road_answered", group(ANSWERS_MEANWHILE));
        });
        long began = System.nanoTime();
        String migration = "/api/journeys/" + KEY + "/migrations/"
                + post("/api/journeys/" + KEY + "/migrations", """
                        {"from": 1, "to": 2, "steps": {"rests": "rests-shortly"}, "share": 0.1,
                         "timers": {"days": "recalculate"}}""").at("/id").asText();
        await().atMost(TIMEOUT).until(() -> get(migration).at("/waiting").asInt() == 0);
        post(migration + "/continue", "{\"share\": 1}");
        await().atMost(TIMEOUT).until(() -> get(migration).at("/waiting").asInt() < PEOPLE / 2);
        node.kill();
        node = startNode();
        await().atMost(TIMEOUT).until(() -> get(migration).at("/waiting").asInt() == 0);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        load.get(TIMEOUT.toMinutes(), TimeUnit.MINUTES);
        System.out.printf(
                "%d people moved in %d ms, a kill and a start among them: %s%n", PEOPLE, millis, get(migration));
        assertThat(get(migration).at("/failed").asInt()).isZero();
        await().atMost(TIMEOUT).until(this::isIdle);
    }

    private void assertEveryEnrolmentIsWhereItShouldBe() {
        int group = PEOPLE / 4;
        assertThat(number("select count(*) from enrolment")).isEqualTo(PEOPLE);
        assertThat(number("select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where d.version_ = 1 and d.key_ = '" + KEY + "'"))
                .as("left in version 1")
                .isZero();

        long answeredInSecond = 0;
        for (int answering : List.of(ANSWERS_BEFORE, ANSWERS_MEANWHILE)) {
            long noted = passed(answering, "is-noted");
            assertThat(passed(answering, "answers")).isEqualTo(group);
            assertThat(ended(answering)).as("answered in version 1").isEqualTo(group - noted);
            answeredInSecond += noted;
        }
        assertThat(ended(LEAVES_MEANWHILE)).isEqualTo(group);
        assertThat(ended(WAITS)).isZero();
        System.out.printf("%d of %d answered in version 2%n", answeredInSecond, 2 * group);

        assertThat(tokensAt("hears")).isEqualTo(group);
        assertThat(tokensAt("rests-shortly")).isEqualTo(answeredInSecond);
        assertThat(number(
                        "select count(*) from act_ru_execution where business_key_ is not null and parent_id_ is null"))
                .isEqualTo(group + answeredInSecond);
        assertThat(dueAfterDays("days", 7)).isEqualTo(group);
        assertThat(dueAfterDays("rests-shortly", 5)).isEqualTo(answeredInSecond);

        assertThat(number("select count(*) from event where type = 'journey_ended'"))
                .isEqualTo(number("select count(*) from enrolment where ended_at is not null"));
        assertThat(number("select count(*) from inbox where failure is not null"))
                .isZero();
        assertThat(number("select count(*) from act_ru_incident")).isZero();
    }

    private static String first() {
        return withExit(
                journey(KEY)
                        .eventBasedGateway()
                        .id("hears")
                        .intermediateCatchEvent("days")
                        .timerWithDuration("P14D")
                        .endEvent("no-answer")
                        .moveToNode("hears")
                        .intermediateCatchEvent("answers")
                        .message("road_answered")
                        .intermediateCatchEvent("rests")
                        .timerWithDuration(REST)
                        .endEvent("rested")
                        .done(),
                Map.of());
    }

    private static String second() {
        return withExit(
                journey(KEY)
                        .eventBasedGateway()
                        .id("hears")
                        .intermediateCatchEvent("days")
                        .timerWithDuration("P7D")
                        .endEvent("no-answer")
                        .moveToNode("hears")
                        .intermediateCatchEvent("answers")
                        .message("road_answered")
                        .parallelGateway("is-noted")
                        .camundaAsyncBefore()
                        .intermediateCatchEvent("rests-shortly")
                        .timerWithDuration("P5D")
                        .endEvent("rested")
                        .done(),
                Map.of(KEY, Map.of("retired", "rests")));
    }

    private static String withExit(BpmnModelInstance model, Map<String, Map<String, String>> settings) {
        ProcessBuilder process = ((Process) model.getModelElementById(KEY)).builder();
        process.eventSubProcess("exit-when")
                .startEvent("leaves")
                .message("road_left")
                .endEvent("left");
        return TestJourneys.bpmn(model, settings);
    }

    private PostroadProcess startNode() {
        return PostroadProcess.start(
                        home,
                        port,
                        Map.of(
                                "SPRING_DATASOURCE_URL",
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "SPRING_MAIL_HOST",
                                "127.0.0.1",
                                "POSTROAD_PUBLICURL",
                                "https://post.example",
                                "POSTROAD_COMPOSE_SENDER_NAME",
                                "Roads",
                                "POSTROAD_COMPOSE_SENDER_POSTALADDRESS_0_",
                                "1 Harbour Street",
                                "POSTROAD_DELIVER_FROM",
                                "Roads <roads@shop.example>",
                                "POSTROAD_ADMIN_PASSWORD",
                                Http.PASSWORD,
                                "POSTROAD_API_KEY",
                                Http.KEY))
                .awaitReady();
    }

    private void deploy(String bpmn) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + KEY
                + ".bpmn\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bpmn + "\r\n--b--\r\n";
        var answer = node.http()
                .as("admin", Http.PASSWORD)
                .post("/engine-rest/deployment/create", "multipart/form-data; boundary=b", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static IntStream group(int rest) {
        return IntStream.range(0, PEOPLE).filter(i -> i % 4 == rest);
    }

    private static String customer(int i) {
        return "group-" + i % 4 + "-" + i;
    }

    /** Sends an event of each customer; repeats a request with the same event ids until it is accepted. */
    private void sendAll(String type, IntStream people) {
        List<Map<String, String>> events = people.mapToObj(
                        i -> Map.of("id", type + "-" + i, "customerId", customer(i), "type", type))
                .toList();
        for (int from = 0; from < events.size(); from += BATCH) {
            List<Map<String, String>> batch = events.subList(from, Math.min(from + BATCH, events.size()));
            await().atMost(TIMEOUT).until(() -> accepted(JSON.writeValueAsString(batch)));
        }
    }

    private boolean accepted(String batch) {
        try {
            return node.http().withKey(Http.KEY).post("/api/events", batch).statusCode() == 202;
        } catch (UncheckedIOException e) {
            return false; // the node is down
        }
    }

    private JsonNode post(String path, String body) throws Exception {
        var answer = node.http().withKey(Http.KEY).post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(node.http().withKey(Http.KEY).get(path).body());
    }

    private boolean isIdle() {
        return number("""
                select (select count(*) from inbox) + (select count(*) from look_back)
                     + (select count(*) from act_ru_job where duedate_ <= now() at time zone 'UTC' + interval '1 hour')""") == 0;
    }

    private long tokensAt(String step) {
        return number("select count(*) from act_ru_execution where is_active_ and act_id_ = '" + step + "'");
    }

    private long ended(int group) {
        return number("select count(*) from enrolment where end_reason = 'completed' and customer_id like 'group-"
                + group + "-%'");
    }

    private long passed(int group, String step) {
        return number("select count(*) from step s join enrolment e on e.id = s.enrolment_id where s.step = '" + step
                + "' and e.customer_id like 'group-" + group + "-%'");
    }

    /** The timers of a step that are due this many days after their wait began. */
    private long dueAfterDays(String step, int days) {
        return number(
                "select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where d.act_id_ = '"
                        + step + "' and abs(extract(epoch from j.duedate_ - j.create_time_ - interval '" + days
                        + " days')) < 1");
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }
}
