package org.postroad.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** {@code POST /api/events} as an application meets it. */
@PostroadTest
class EventsApiIT {

    @Autowired
    Environment environment;

    @Autowired
    EventLog log;

    @Autowired
    EventIntake intake;

    @Autowired
    ObjectMapper json;

    Http application;

    @BeforeEach
    void logIn() {
        application = Http.withKey(environment);
    }

    @Test
    void acceptsTheEventOfTheDocumentation() throws Exception {
        HttpResponse<String> answer = application.post("/api/events", """
                {"id":"api-1","customerId":"api-sarah","type":"searched","occurredAt":"2026-11-22T21:12:04.123456789+02:00",
                 "properties":{"words":"runner","left":null,"filters":{"size":[38,39],"max":120.50}}}""");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
        Event stored = log.find("default:api-1").orElseThrow();
        assertThat(stored.occurredAt()).isEqualTo("2026-11-22T19:12:04.123456Z");
        assertThat(stored.properties()).containsOnlyKeys("words", "filters");
        assertThat(json.writeValueAsString(stored.properties().get("filters")))
                .isIn("{\"max\":120.5,\"size\":[38,39]}", "{\"max\":120.50,\"size\":[38,39]}");
    }

    @Test
    void acceptsAnArrayAndCountsDuplicates() throws Exception {
        String two = "[" + event("api-2", "api-bob") + "," + event("api-3", "api-bob") + "," + event("api-2", "api-bob")
                + "]";

        assertThat(receipt(application.post("/api/events", two)))
                .isEqualTo(json.readTree("{\"accepted\":2,\"duplicates\":1,\"rejected\":[]}"));
        assertThat(receipt(application.post("/api/events", two)))
                .isEqualTo(json.readTree("{\"accepted\":0,\"duplicates\":3,\"rejected\":[]}"));
        assertThat(log.ofCustomer("api-bob", Instant.EPOCH)).hasSize(2);
    }

    @Test
    void sendersThatNumberTheirEventsAlikeDoNotLoseThem() throws Exception {
        Http other = Http.asAdmin(environment);

        assertThat(receipt(application.post("/api/events", event("1", "api-shop")))
                        .at("/accepted")
                        .asInt())
                .isEqualTo(1);
        assertThat(receipt(other.post("/api/events", event("1", "api-crm")))
                        .at("/accepted")
                        .asInt())
                .isEqualTo(1);

        assertThat(log.ofCustomer("api-shop", Instant.EPOCH)).hasSize(1);
        assertThat(log.ofCustomer("api-crm", Instant.EPOCH)).hasSize(1);
        assertThat(receipt(other.post("/api/events", event("1", "api-crm")))
                        .at("/duplicates")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsOfAnIdThatIsKnownWithAnotherContent() throws Exception {
        String first = event("api-again", "api-gus");
        String another = event("api-again", "api-ivy");
        application.post("/api/events", first);

        assertProblem(application.post("/api/events", another), 422, "id 'api-again' is that of another event");
        JsonNode batch = receipt(application.post("/api/events", "[" + first + "," + another + "," + first + "]"));
        assertThat(batch.at("/accepted").asInt()).isZero();
        assertThat(batch.at("/duplicates").asInt()).isEqualTo(2);
        assertThat(batch.at("/rejected")).hasSize(1);
        assertThat(batch.at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(log.ofCustomer("api-ivy", Instant.EPOCH)).isEmpty();
        JsonNode both = receipt(application.post(
                "/api/events", "[" + event("api-twice", "api-gus") + "," + event("api-twice", "api-ivy") + "]"));
        assertThat(both.at("/accepted").asInt()).isEqualTo(1);
        assertThat(both.at("/rejected/0/index").asInt()).isEqualTo(1);
    }

    @Test
    void everySenderKnowsTheIdsOfImportedEvents() throws Exception {
        intake.accept(List.of(json.readTree(event("api-imported", "api-max"))));

        assertThat(receipt(application.post("/api/events", event("api-imported", "api-max")))
                        .at("/duplicates")
                        .asInt())
                .isEqualTo(1);
        assertProblem(
                application.post("/api/events", event("api-imported", "api-zoe")),
                422,
                "id 'api-imported' is that of another event");
        assertThat(log.ofCustomer("api-max", Instant.EPOCH)).hasSize(1);
    }

    @Test
    void answersASingleEventThatIsRefusedWithAProblemAndABatchWithARemark() throws Exception {
        String refused = "{\"customerId\":\"api-una\",\"type\":\"searched\",\"occurredAt\":\"yesterday\"}";

        HttpResponse<String> single = application.post("/api/events", refused);
        assertProblem(single, 422, "occurredAt");
        assertThat(application.post("/api/events", "[" + refused + "]").statusCode())
                .isEqualTo(202);
        assertThat(application
                        .post("/api/events", "application/x-ndjson", refused)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void acceptsLinesAndRejectsOnlyBrokenOnes() throws Exception {
        JsonNode receipt = receipt(application.post(
                "/api/events",
                "application/x-ndjson",
                event("api-4", "api-carl") + "\r\n\n{\"customerId\": oops}\n[1]\n" + event("api-5", "api-carl")));

        assertThat(receipt.path("accepted").asInt()).isEqualTo(2);
        assertThat(receipt.path("rejected"))
                .extracting(
                        remark -> remark.path("index").asInt(),
                        remark -> remark.path("reason").asText())
                .hasSize(2);
        assertThat(receipt.at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(receipt.at("/rejected/0/reason").asText())
                .startsWith("line 3 is not JSON: Unrecognized token 'oops'")
                .contains("at column ");
        assertThat(receipt.at("/rejected/1/reason").asText())
                .isEqualTo("an event must be a JSON object, but this is a list");
        assertThat(log.ofCustomer("api-carl", Instant.EPOCH)).hasSize(2);
    }

    @Test
    void answersBrokenJsonWithThePositionOfTheFault() throws Exception {
        HttpResponse<String> answer =
                application.post("/api/events", "[" + event("api-6", "api-dora") + ",\n  {\"customerId\" \"x\"}]");

        assertProblem(answer, 400, "The body is not JSON: Unexpected character");
        assertThat(json.readTree(answer.body()).path("line").asInt()).isEqualTo(2);
        assertThat(json.readTree(answer.body()).path("column").asInt()).isBetween(17, 19);
        assertThat(log.find("api-6")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | The body is empty; it should be JSON.",
                "{\"customerId\":\"x\"   | The body is not JSON: Unexpected end-of-input",
                "{\"a\":1} {\"b\":2}     | The body is not JSON: after the first value comes another",
                "{\"a\":NaN}             | The body is not JSON: Non-standard token 'NaN' at line 1",
                "customerId=x            | The body is not JSON: Unrecognized token 'customerId'",
            })
    void answersOtherInputThanJsonWithASentence(String body, String sentence) throws Exception {
        assertProblem(application.post("/api/events", body), 400, sentence);
    }

    @Test
    void refusesOtherMediaTypesAndMethods() throws Exception {
        assertProblem(application.post("/api/events", "text/plain", "x"), 415, "");
        assertProblem(application.put("/api/events", "{}"), 405, "");
        assertProblem(application.get("/api/nothing"), 404, "");
    }

    @Test
    void refusesMoreThanAThousandEventsAndStoresNone() throws Exception {
        String thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> event("api-many-" + i, "api-eve"))
                .collect(Collectors.joining(","));

        assertProblem(
                application.post("/api/events", "[" + thousand + "," + event("api-more", "api-eve") + "]"),
                413,
                "The request has more than 1,000 entries");
        assertThat(log.ofCustomer("api-eve", Instant.EPOCH)).isEmpty();

        assertThat(receipt(application.post("/api/events", "[" + thousand + "]"))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1_000);
    }

    @Test
    void refusesTwoMebibytesWithAndWithoutContentLength() throws Exception {
        String large = "{\"customerId\":\"api-fay\",\"type\":\"searched\",\"properties\":{\"x\":\""
                + "x".repeat(2 << 20) + "\"}}";

        assertProblem(application.post("/api/events", large), 413, "The request is larger than 1 MiB");
        assertProblem(
                application.send(application
                        .request("/api/events")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))), // chunked
                413,
                "The request is larger than 1 MiB");
        assertThat(log.ofCustomer("api-fay", Instant.EPOCH)).isEmpty();
    }

    @Test
    void warnsOfAProductThatIsNotInTheCatalog() throws Exception {
        JsonNode receipt = receipt(application.post("/api/events", """
                [{"customerId":"api-gil","type":"searched"},
                 {"customerId":"api-gil","type":"purchased","properties":{"total":10,"items":[{"productId":"api-ghost"}]}}]"""));

        assertThat(receipt.path("accepted").asInt()).isEqualTo(2);
        assertThat(receipt.path("warnings")).hasSize(1);
        assertThat(receipt.at("/warnings/0/index").asInt()).isEqualTo(1);
        assertThat(receipt.at("/warnings/0/reason").asText())
                .isEqualTo(
                        "product 'api-ghost' is not in the catalog: the event is kept and counts for orders and money,"
                                + " but not for its category until the product is known");
    }

    private static String event(String id, String customer) {
        return "{\"id\":\"" + id + "\",\"customerId\":\"" + customer + "\",\"type\":\"searched\"}";
    }

    private JsonNode receipt(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String sentence) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).path("detail").asText()).startsWith(sentence);
        assertThat(json.readTree(answer.body()).path("status").asInt()).isEqualTo(status);
    }
}
