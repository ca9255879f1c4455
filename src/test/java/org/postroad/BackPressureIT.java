package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers to senders while the database is overloaded or the inbox is full. */
@PostroadTest
class BackPressureIT {

    /** Those who have a turn, those who wait for one, and many more. */
    static final int WRITERS = 120;

    @Autowired
    Environment environment;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    Http application;

    @BeforeEach
    void caller() {
        application = Http.withKey(environment);
    }

    @Test
    void refusesWritesInTimeAndServesOthersWhileTheDatabaseIsBlocked() throws SQLException {
        assertThat(post().statusCode()).isEqualTo(202);
        ExecutorService senders = Executors.newFixedThreadPool(WRITERS);
        try (Connection other = database.getConnection()) {
            lockEvents(other);
            List<CompletableFuture<HttpResponse<String>>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(this::post, senders))
                    .toList();
            CompletableFuture<?> first = CompletableFuture.anyOf(writers.toArray(CompletableFuture[]::new));
            first.join(); // so the turnstile is crowded

            assertThat(application.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(application.get("/actuator/prometheus").body())
                    .contains("postroad_doors_inside_requests{door=\"api\"} 8.0");
            assertThat(application.getPage("/login").statusCode()).isEqualTo(200);
            assertThat(application.get("/api/customers/pressed").statusCode()).isEqualTo(404);
            assertThat(writers).as("some still wait").anyMatch(writer -> !writer.isDone());

            assertThat(writers)
                    .extracting(CompletableFuture::join)
                    .allSatisfy(BackPressureIT::assertUnavailableWithRetryAfter)
                    .extracting(
                            answer -> answer.headers().firstValue("Retry-After").orElseThrow())
                    .contains("1", "5");
            other.rollback();
        } finally {
            senders.shutdown();
        }
        assertThat(post().statusCode()).isEqualTo(202);
    }

    private static void lockEvents(Connection other) throws SQLException {
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("lock table event in access exclusive mode");
        }
    }

    @Test
    void acceptsNoMoreEventsWhileTooManyWait() {
        jdbc.sql("insert into inbox (shard, seq, received_at) select 0, -n, now() from generate_series(1, 20001) n")
                .update();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> post().statusCode() == 503);
            HttpResponse<String> refused = post();
            assertThat(refused).satisfies(BackPressureIT::assertUnavailableWithRetryAfter);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(refused.body()).contains("events wait to be acted on");
            assertThat(application.put("/api/customers/pressed-put", "{}").statusCode())
                    .as("what is no event")
                    .isLessThan(300);
        } finally {
            jdbc.sql("delete from inbox where seq < 0").update();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> post().statusCode() == 202);
    }

    private static void assertUnavailableWithRetryAfter(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Nothing was accepted");
    }

    private HttpResponse<String> post() {
        return application.post("/api/events", "{\"customerId\":\"pressed\",\"type\":\"searched\"}");
    }
}
