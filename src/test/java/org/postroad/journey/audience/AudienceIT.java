package org.postroad.journey.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.journey.camunda.TestJourneys.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.shard.Shards;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enrols many customers in a journey on request. */
@PostroadTest
class AudienceIT {

    @Autowired
    Environment environment;

    @Autowired
    TestJourneys journeys;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void enrolsListedCustomersOnceAndReportsProgress() throws Exception {
        open("invited");
        people("invited", 40);
        JsonNode asked = enrol("invited", Map.of("customers", List.of("invited-1", "invited-2", "nobody-at-all")));
        assertThat(asked.at("/invited").asInt()).isEqualTo(3);
        assertThat(asked.at("/waiting").asInt()).isEqualTo(3);

        workScheduler.runDue();
        JsonNode done = get("/api/audiences/" + asked.at("/id").asText());
        assertThat(done.at("/entered").asInt()).isEqualTo(2);
        assertThat(done.at("/passedOver").asInt()).isEqualTo(1);
        assertThat(done.at("/waiting").asInt()).isZero();
        assertThat(inside("invited")).containsExactlyInAnyOrder("invited-1", "invited-2");

        enrol("invited", Map.of("customers", List.of("invited-1", "invited-3")));
        workScheduler.runDue();
        assertThat(inside("invited")).containsExactlyInAnyOrder("invited-1", "invited-2", "invited-3");
        assertThat(get("/api/journeys/invited/audiences")).hasSize(2);
    }

    @Test
    void enrolsTheCustomersOfASegment() throws Exception {
        open("picked");
        people("picked", 20);
        intake.record(new Event(
                "picked-order", "picked-7", "purchased", clock.instant(), Map.of("orderId", "picked-o", "total", 10)));
        workScheduler.runDue();

        enrol("picked", Map.of("segment", "${customer.purchasedWithin('P1D')}"));
        workScheduler.runDue();

        assertThat(inside("picked")).contains("picked-7").doesNotContain("picked-6");
    }

    @Test
    void keepsToTheRateAndCanBeStoppedAndResumed() throws Exception {
        open("paced");
        people("paced", 160);
        List<String> all = IntStream.range(0, 160).mapToObj(i -> "paced-" + i).toList();
        JsonNode audience = enrol("paced", Map.of("customers", all, "rate", 16));
        String path = "/api/audiences/" + audience.at("/id").asText();
        workScheduler.runDue();
        assertThat(inside("paced")).hasSizeLessThanOrEqualTo(16).isNotEmpty();

        workScheduler.advance(Duration.ofSeconds(4));
        int then = inside("paced").size();
        assertThat(then).isBetween(40, 80); // five a shard, where there are as many

        assertThat(post(path + "/stop").at("/running").asBoolean()).isFalse();
        workScheduler.advance(Duration.ofMinutes(1));
        assertThat(inside("paced")).hasSize(then);

        assertThat(post(path + "/resume").at("/running").asBoolean()).isTrue();
        workScheduler.advance(Duration.ofMinutes(1));
        assertThat(inside("paced")).hasSize(160);
    }

    @Test
    void keepsToItsRateWhileThatOfAPausedJourneyWaits() throws Exception {
        open("rested");
        open("busy");
        people("rested", 3);
        people("busy", 160);
        List<String> all = IntStream.range(0, 160).mapToObj(i -> "busy-" + i).toList();
        enrol("rested", Map.of("customers", List.of("rested-0", "rested-1", "rested-2"), "rate", 1));
        post("/api/journeys/rested/pause");
        enrol("busy", Map.of("customers", all, "rate", 16));

        workScheduler.advance(Duration.ofSeconds(4));

        assertThat(inside("rested")).isEmpty();
        assertThat(inside("busy")).hasSizeBetween(40, 80); // five a shard, where there are as many
        post("/api/journeys/rested/resume");
    }

    @Test
    void canBeStoppedInTheConsole() throws Exception {
        open("shown");
        people("shown", 3);
        JsonNode audience = enrol("shown", Map.of("customers", List.of("shown-0", "shown-1", "shown-2"), "rate", 1));
        String id = audience.at("/id").asText();
        Http.Browser browser = Http.asNobody(environment).browser();
        browser.submit("/login", Map.of("username", "admin", "password", Http.PASSWORD));

        assertThat(browser.getPage("/journeys/shown").body()).contains("listed customers", "1 a second", "Stop");
        assertThat(browser.submit("/journeys/shown", "/journeys/shown/audiences/" + id, Map.of("running", "false"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/api/audiences/" + id).at("/running").asBoolean()).isFalse();
        assertThat(browser.getPage("/journeys/shown").body()).contains("Continue");
    }

    @Test
    void refusesInvalidRequests() throws Exception {
        open("refusing");
        assertThat(refused("/api/journeys/refusing/enrol", "{}")).contains("either customers", "or a segment");
        assertThat(refused("/api/journeys/refusing/enrol", "{\"segment\":\"${event.productId == 'x'}\"}"))
                .contains("'event' is not known here; known are customer");
        assertThat(refused("/api/journeys/refusing/enrol", "{\"customers\":[\"a\"],\"rate\":0}"))
                .contains("rate must be between 1 and 100000");
        assertThat(refused("/api/journeys/no-such/enrol", "{\"customers\":[\"a\"]}"))
                .contains("There is no journey with the key");
    }

    @Test
    void computesTheSameShardAsTheDatabase() {
        assertThat(List.of("anne", "bob", "Ünal", "客"))
                .allSatisfy(id -> assertThat(Shards.of(id))
                        .isEqualTo(jdbc.sql("select shard_of(?)")
                                .param(id)
                                .query(Integer.class)
                                .single()));
    }

    private void open(String key) {
        journeys.deploy(
                key,
                journey(key)
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done());
    }

    private void people(String prefix, int number) {
        intake.record(IntStream.range(0, number)
                .mapToObj(i -> new Event(
                        prefix + "-come-" + i,
                        prefix + "-" + i,
                        "article_read",
                        clock.instant(),
                        Map.of("articleId", "x")))
                .toList());
        workScheduler.runDue();
    }

    private List<String> inside(String journey) {
        return jdbc.sql("select customer_id from enrolment where journey = ? and ended_at is null")
                .param(journey)
                .query(String.class)
                .list();
    }

    private JsonNode enrol(String journey, Map<String, ?> body) throws Exception {
        var answer =
                Http.withKey(environment).post("/api/journeys/" + journey + "/enrol", json.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body());
    }

    private JsonNode get(String path) throws Exception {
        return json.readTree(Http.withKey(environment).get(path).body());
    }

    private JsonNode post(String path) throws Exception {
        return json.readTree(Http.withKey(environment).post(path, "").body());
    }

    private String refused(String path, String body) throws Exception {
        var answer = Http.withKey(environment).post(path, body);
        assertThat(answer.statusCode()).isBetween(400, 404);
        return json.readTree(answer.body()).at("/detail").asText();
    }
}
