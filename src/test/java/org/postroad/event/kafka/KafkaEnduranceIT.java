package org.postroad.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.Http;
import org.postroad.PgCtl;
import org.postroad.PostroadProcess;

/**
 * The packaged application is killed while records come in, its database is stopped, and everything is sent twice: the
 * sums are still right. With {@code -Dpostroad.endurance=full}, at full size.
 */
class KafkaEnduranceIT {

    private static final boolean FULL = "full".equals(System.getProperty("postroad.endurance"));
    private static final int EVENTS = FULL ? 100_000 : 5_000;
    private static final int KILLS = FULL ? 3 : 1;
    private static final int CUSTOMERS = 50;

    /** The last order of each customer: once it counts, all before it do, since one customer's events are processed in order. */
    private static final int LAST_TOTAL = 1_000_000;

    /** How soon the broker gives a killed consumer's partitions to the next: the least that it allows. */
    private static final String NOTICED_WITHIN_MILLIS = "6000";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String KEY = "endurance";

    @TempDir
    Path home;

    @Test
    void countsEveryEventOnce() throws IOException {
        try (KafkaBroker broker = KafkaBroker.start();
                KafkaTopics topics = new KafkaTopics(broker).create()) {
            PostroadProcess server = start(broker);
            try {
                grantConsents(server);
                sendAll(topics);
                for (int kill = 1; kill <= KILLS; kill++) {
                    int enough = kill * EVENTS / (KILLS + 1);
                    await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(20))
                            .until(() -> topics.committedRecords() > enough);
                    server.kill();
                    server = start(broker);
                }
                topics.awaitAllCommitted();

                sendAgainWhileTheDatabaseIsAway(server, topics);
                assertSums(server);
                assertThat(topics.all(KafkaTopics.OUTCOMES))
                        .extracting(ConsumerRecord::key)
                        .contains(IntStream.range(0, CUSTOMERS)
                                .mapToObj(KafkaEnduranceIT::customer)
                                .toArray(String[]::new));
                assertThat(server.stop()).isEqualTo(143); // SIGTERM
            } finally {
                server.close();
            }
        }
    }

    private PostroadProcess start(KafkaBroker broker) {
        return PostroadProcess.start(
                        home,
                        PostroadProcess.freePort(),
                        Map.of(
                                "POSTROAD_KAFKA_BOOTSTRAPSERVERS", broker.address(),
                                "POSTROAD_KAFKA_PROPERTIES_SESSION_TIMEOUT_MS", NOTICED_WITHIN_MILLIS,
                                "POSTROAD_API_KEY", KEY))
                .awaitReady();
    }

    private void sendAgainWhileTheDatabaseIsAway(PostroadProcess server, KafkaTopics topics) throws IOException {
        PgCtl postgres = PgCtl.of(home.resolve("postgres"));
        postgres.stop();
        sendAll(topics);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            send(topics, customer, EVENTS + customer, LAST_TOTAL);
        }
        topics.flush();
        await().atMost(PATIENCE).until(() -> server.output().contains("Events wait in Kafka"));
        postgres.start();
        topics.awaitAllCommitted();
    }

    private static void sendAll(KafkaTopics topics) {
        for (int number = 0; number < EVENTS; number++) {
            send(topics, number % CUSTOMERS, number, 1);
        }
        topics.flush();
    }

    private static void send(KafkaTopics topics, int customer, int number, int total) {
        String event =
                "{\"id\":\"order-%d\",\"customerId\":\"%s\",\"type\":\"purchased\",\"properties\":{\"total\":%d}}"
                        .formatted(number, customer(customer), total);
        topics.send(new ProducerRecord<>(KafkaTopics.EVENTS, customer(customer), event));
    }

    private static String customer(int number) {
        return "customer-" + number;
    }

    /** Granting a consent makes Postroad publish an event. */
    private static void grantConsents(PostroadProcess server) {
        Http application = server.http().withKey(KEY);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String body = "{\"consents\":{\"marketing\":{\"granted\":true,\"source\":\"import\"}}}";
            assertThat(application
                            .put("/api/customers/" + customer(customer), body)
                            .statusCode())
                    .isBetween(200, 204);
        }
    }

    private static void assertSums(PostroadProcess server) throws IOException {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String path = "/api/customers/" + customer(customer);
            await().atMost(PATIENCE)
                    .until(() -> profile(server, path).path("revenue").asLong() >= LAST_TOTAL);
            JsonNode profile = profile(server, path);
            assertThat(profile.path("orders").asLong()).as(path).isEqualTo(EVENTS / CUSTOMERS + 1);
            assertThat(profile.path("revenue").asLong()).as(path).isEqualTo(EVENTS / CUSTOMERS + LAST_TOTAL);
        }
    }

    private static JsonNode profile(PostroadProcess server, String path) throws IOException {
        return new ObjectMapper()
                .readTree(server.http().withKey(KEY).get(path).body())
                .path("profile");
    }
}
