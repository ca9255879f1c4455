package org.postroad.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.report.TestRecords;
import org.postroad.report.TestRecords.EnrolledStep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A customer's timeline, over REST and condensed. */
@PostroadTest
class TimelineIT {

    private static final String JOURNEY = "browse-abandonment";
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    TestRecords records;

    @Autowired
    Timelines timelines;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    private final String customer = "timeline-" + UUID.randomUUID();

    @BeforeEach
    void anEnrolmentFromViewToPurchase() {
        records.customer(customer, "Tilda", customer + "@example.org", "America/New_York");
        records.event(customer, "product_viewed", MONDAY, Map.of("productId", "timeline-shoe", "seconds", 74));
        UUID enrolment = records.enrolment(JOURNEY, customer, false, MONDAY);
        records.event(customer, "enrolled", MONDAY, Map.of("enrolmentId", enrolment, "journey", JOURNEY));
        records.step(enrolment, JOURNEY, "looks-twice", MONDAY);
        records.step(enrolment, JOURNEY, "wait-for-best-time", MONDAY);
        Instant tuesday = MONDAY.plusSeconds(12 * 3600);
        records.decision(
                customer, enrolment, "nothing", tuesday, Map.of("chosenBy", "rule", "reason", "No offer helps."));
        EnrolledStep at = new EnrolledStep(enrolment, JOURNEY, "send-still-thinking", customer);
        records.mail(at, "SENT", null, "Still thinking?", tuesday.plusSeconds(1));
        Instant later = tuesday.plusSeconds(3600);
        records.event(customer, "purchased", later, Map.of("total", 129.9, "items", List.of(item("timeline-shoe"))));
        records.event(customer, "journey_ended", later, Map.of("enrolmentId", enrolment, "reason", "goal_reached"));
        records.endEnrolment(enrolment, later, "goal_reached");
    }

    @Test
    void describesEntriesNewestFirst() {
        assertThat(titles(condensed()))
                .containsExactly(
                        "Left browse abandonment: bought, the goal is reached",
                        "Bought timeline-shoe for 129.90",
                        "E-mail “Still thinking?” was posted",
                        "Decided to give nothing",
                        "Wait for best time",
                        "Looks at a category twice, does not buy",
                        "Entered browse abandonment",
                        "Looked at timeline-shoe for 74 s");
    }

    @Test
    void servesEveryEventWithItsFacts() {
        JsonNode timeline = get("?limit=500");

        assertThat(timeline.get("order").asText()).isEqualTo("newest first");
        assertThat(timeline.get("entries")).hasSize(10);
        JsonNode ended = timeline.get("entries").get(0);
        assertThat(ended.get("kind").asText()).isEqualTo("event");
        assertThat(ended.at("/detail/type").asText()).isEqualTo("journey_ended");
        assertThat(ended.at("/detail/properties/reason").asText()).isEqualTo("goal_reached");
        assertThat(timeline.findValuesAsText("kind")).contains("event", "enrolment", "step", "decision", "message");
        assertThat(timeline.has("next")).isFalse();
    }

    /** Several entries have the same time here; a page may end between them. */
    @Test
    void pagesWithoutLosingEntries() {
        List<String> whole = get("?limit=500").findValuesAsText("title");

        List<String> pieces = new ArrayList<>();
        JsonNode page = get("?limit=3");
        pieces.addAll(page.findValuesAsText("title"));
        while (page.has("next")) {
            assertThat(page.get("entries")).hasSize(3);
            String next = URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8);
            page = get("?limit=3&before=" + next);
            pieces.addAll(page.findValuesAsText("title"));
        }

        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void startsBeforeAnInstant() {
        assertThat(get("?before=2026-11-23T01:00:00.001Z").get("entries")).hasSize(5);
        assertThat(get("?before=2026-11-23T01:00:00Z").get("entries")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThat(ask("timeline-nobody", "").statusCode()).isEqualTo(404);
        assertThat(ask("timeline-nobody", "").body())
                .contains("There is no customer with the id \\\"timeline-nobody\\\".");
        assertThat(ask(customer, "?limit=0").body()).contains("\\\"limit\\\" must be between 1 and 500.");
        assertThat(ask(customer, "?before=yesterday").statusCode()).isEqualTo(400);
        assertThat(ask(customer, "?before=yesterday").body()).contains("it is \\\"yesterday\\\"");
        assertThat(ask(customer, "?before=yesterday").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    private Timeline condensed() {
        return timelines.condensed(customer, null, 100).orElseThrow();
    }

    private static List<String> titles(Timeline timeline) {
        return timeline.entries().stream().map(TimelineEntry::title).toList();
    }

    private static Map<String, Object> item(String product) {
        return Map.of("productId", product, "quantity", 1, "price", 129.9);
    }

    private JsonNode get(String query) {
        HttpResponse<String> answer = ask(customer, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> ask(String id, String query) {
        return Http.withKey(environment).get("/api/customers/" + id + "/timeline" + query);
    }
}
