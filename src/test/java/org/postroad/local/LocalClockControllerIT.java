package org.postroad.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@PostroadTest
class LocalClockControllerIT {

    @Autowired
    Environment environment;

    @Autowired
    Clock clock;

    @Autowired
    HomeFolder homeFolder;

    @Autowired
    ObjectMapper json;

    @Test
    void movesTimeForwardsAndReturnsIt() {
        Instant before = clock.instant();

        HttpResponse<String> answer = move("{\"advance\":\"PT14H\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(14)));
        assertThat(answer.body()).isEqualTo("{\"now\":\"" + clock.instant() + "\"}");
        assertThat(http().get("/local/clock").body()).isEqualTo(answer.body());
    }

    @Test
    void movesToATimeAndStoresIt() {
        Instant target = clock.instant().plus(Duration.ofMinutes(90));

        assertThat(move("{\"at\":\"" + target + "\"}").statusCode()).isEqualTo(200);

        assertThat(clock.instant()).isEqualTo(target);
        Duration ahead = new ClockOffsetFile(homeFolder.file("clock")).load();
        assertThat(Instant.parse("2026-11-23T12:00:00Z").plus(ahead)).isEqualTo(target);
        assertThat(homeFolder.folder()).startsWith(Path.of("target").toAbsolutePath());
    }

    @Test
    void tellsProgressAsAStreamOfLines() throws Exception {
        Instant before = clock.instant();

        HttpResponse<String> answer = http().send(http().request("/local/clock")
                .header("Content-Type", "application/json")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{\"advance\":\"P1D\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        List<String> lines = answer.body().lines().toList();
        JsonNode last = json.readTree(lines.get(lines.size() - 1));
        assertThat(last.at("/state").asText()).isEqualTo("ARRIVED");
        assertThat(last.at("/from").asText()).isEqualTo(before.toString());
        assertThat(last.at("/now").asText())
                .isEqualTo(before.plus(Duration.ofDays(1)).toString());
        assertThat(json.readTree(http().get("/local/clock/move").body())).isEqualTo(last);
        assertThat(http().send(http().request("/local/clock/move").DELETE()).statusCode())
                .as("nothing to stop")
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"advance\":\"-PT1H\"}              | forwards only",
                "{\"at\":\"2001-01-01T00:00:00Z\"}    | forwards only",
                "{\"at\":\"9001-01-01T00:00:00Z\"}    | at most 366 days",
                "{\"advance\":\"PT9000H\"}            | at most 366 days",
                "{\"advance\":\"tomorrow\"}           | ISO-8601 duration",
                "{\"at\":\"2026-11-24 08:15\"}        | ISO-8601 moment with its zone",
                "{}                                   | Give either",
                "{\"advance\":\"PT1H\",\"at\":\"2030-01-01T00:00:00Z\"} | Give either",
                "{\"advance\":                        | ",
            })
    void refusesInvalidMovesAndDoesNotMove(String request, String reason) {
        Instant before = clock.instant();

        HttpResponse<String> answer = move(request);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(reason == null ? "not JSON" : reason);
        assertThat(clock.instant()).isEqualTo(before);
    }

    HttpResponse<String> move(String request) {
        return http().post("/local/clock", request);
    }

    Http http() {
        return Http.withKey(environment);
    }
}
