package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of a server in local mode, in order: first start, outages, a kill, and the next starts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalServerIT {

    @TempDir
    static Path home;

    static int port;
    static PostroadProcess server;
    static Http admin;
    static Http application;

    @BeforeAll
    static void startForTheFirstTime() {
        port = PostroadProcess.freePort();
        server = PostroadProcess.start(home, port, Map.of()).awaitReady();
        admin = server.http().as(server.printed("Login"), server.printed("Password"));
        application = server.http().withKey(server.printed("API key"));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    @Order(1)
    void printsAddressLoginAndKey() {
        assertThat(server.printed("Console")).isEqualTo("http://localhost:" + port + "/");
        assertThat(server.output()).contains("Cockpit").contains("Inbox");
        assertThat(server.http().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(admin.get("/local/clock").statusCode()).isEqualTo(200);
        assertThat(application.get("/local/clock").statusCode()).isEqualTo(200);
        assertThat(server.http()
                        .as("admin", "not " + server.printed("Password"))
                        .get("/local/clock")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(2)
    void refusesASecondServerOnTheSameHome() {
        try (PostroadProcess second = PostroadProcess.start(home, PostroadProcess.freePort(), Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output())
                    .contains("another Postroad runs on it (process "
                            + server.handle().pid() + ")")
                    .contains("POSTROAD_HOME")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @Order(3)
    void refusesATakenPort(@TempDir Path other) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
                PostroadProcess second = PostroadProcess.start(other, taken.getLocalPort(), Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output())
                    .contains("cannot listen on port " + taken.getLocalPort())
                    .contains("SERVER_PORT")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @Order(4)
    void runsACommandOnItsDatabaseMeanwhile() throws IOException {
        Path file = Files.writeString(home.resolve("history.ndjson"), """
                {"id":"h-1","customerId":"imported","type":"searched","occurredAt":"2025-11-23T12:00:00Z"}
                """);
        try (PostroadProcess command = PostroadProcess.command(home, "import", file.toString())) {
            assertThat(command.awaitExit()).as(command.output()).isZero();
            assertThat(command.output()).contains("1 new").doesNotContain(" INFO ");
        }
        assertThat(server.http().get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void reportsThatTheDatabaseIsGoneAndRecovers() throws IOException {
        PgCtl postgres = PgCtl.of(home.resolve("postgres"));
        postgres.stop();

        HttpResponse<String> answer =
                application.post("/api/events", "{\"customerId\":\"gone\",\"type\":\"searched\"}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("database does not answer");
        assertThat(admin.get("/api/customers/gone").statusCode()).isEqualTo(503);
        assertThat(server.http().get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(server.http().get("/actuator/health/liveness").statusCode()).isEqualTo(200);

        postgres.start();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.http().get("/actuator/health").statusCode() == 200);
        assertThat(application.get("/local/clock").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void continuesAfterBeingKilled() throws IOException {
        Instant moved = now(application.post("/local/clock", "{\"advance\":\"PT14H\"}"));
        String password = server.printed("Password");
        ProcessHandle orphan = server.postgres();

        server.kill();
        assertThat(orphan.isAlive()).as("PostgreSQL outlives a killed server").isTrue();
        server = PostroadProcess.start(
                        home, port, Map.of("POSTROAD_DOORS_FAREWELL", "5s", "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"))
                .awaitReady();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(server.output()).doesNotContain("Password").doesNotContain("API key");
        assertThat(server.http().as("admin", password).get("/local/clock").statusCode())
                .isEqualTo(200);
        assertThat(now(application.get("/local/clock"))).isAfter(moved);
    }

    @Test
    @Order(7)
    void logsJsonIfConfigured() throws IOException {
        List<String> log =
                server.output().lines().filter(line -> !line.isBlank()).toList();
        assertThat(log)
                .filteredOn(line -> line.contains("@timestamp"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(new ObjectMapper()
                                .readTree(line)
                                .path("message")
                                .asText())
                        .isNotBlank());
        assertThat(log)
                .as("the greeting is for people")
                .filteredOn(line -> !line.contains("@timestamp"))
                .allMatch(line -> line.startsWith("  "));
    }

    @Test
    @Order(8)
    void isNotReadyBeforeItStopsAndStopsPostgres() {
        ProcessHandle postgres = server.postgres();

        server.handle().destroy();

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        server.http().get("/actuator/health/readiness").body().contains("OUT_OF_SERVICE"));
        assertThat(application
                        .post("/api/events", "{\"customerId\":\"late\",\"type\":\"searched\"}")
                        .statusCode())
                .isEqualTo(202);
        server.awaitExit();

        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    @Order(9)
    void letsCommandsUseItsHomeAfterIt() {
        Path file = home.resolve("history.ndjson");
        try (PostroadProcess command = PostroadProcess.command(home, "import", file.toString())) {
            assertThat(command.awaitExit()).as(command.output()).isZero();
            assertThat(command.output()).contains("0 new", "1 known already");
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private static Instant now(HttpResponse<String> clock) throws IOException {
        return Instant.parse(
                new ObjectMapper().readTree(clock.body()).get("now").asText());
    }
}
