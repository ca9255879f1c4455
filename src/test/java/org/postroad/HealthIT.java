package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The health of this node, as probes and operators see it. */
@PostroadTest
class HealthIT {

    @Autowired
    Environment environment;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void isReadyByDatabaseBackgroundAndReadinessState() {
        assertThat(health("/readiness").path("components").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("readinessState", "db", "background");
        assertThat(health("/readiness").path("status").asText()).isEqualTo("UP");

        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            HttpResponse<String> probe = Http.asNobody(environment).get("/actuator/health/readiness");
            assertThat(probe.statusCode()).isEqualTo(503);
            assertThat(probe.body()).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(health("/readiness").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void reportsEventsThatWaitTooLongAndStaysReady() {
        jdbc.sql("insert into inbox (shard, seq, received_at) values (0, -1, '2026-11-23T11:00:00Z')")
                .update();
        try {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                JsonNode inbox = health("/eventInbox");
                assertThat(inbox.path("status").asText()).isEqualTo("TROUBLED");
                assertThat(inbox.at("/details/waiting").asLong()).isPositive();
                assertThat(inbox.at("/details/oldestSeconds").asLong()).isGreaterThanOrEqualTo(3_600);
            });
            assertThat(health("").path("status").asText()).isEqualTo("UP");
        } finally {
            jdbc.sql("delete from inbox where seq = -1").update();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> health("/eventInbox").at("/details/oldestSeconds").asLong() < 3_600);
    }

    private JsonNode health(String component) {
        try {
            return json.readTree(Http.asAdmin(environment)
                    .get("/actuator/health" + component)
                    .body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
