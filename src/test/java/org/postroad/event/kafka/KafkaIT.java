package org.postroad.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.customer.profile.Profiles;
import org.postroad.event.Event;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.time.TimeSettings;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Events in and outcomes out over a real BROKER. */
@OwnContext
@PostroadTest
@DirtiesContext
class KafkaIT {

    /** Explicit, since the clock of these tests is frozen. */
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final KafkaBroker BROKER = KafkaBroker.start();
    static final KafkaTopics TOPICS = new KafkaTopics(BROKER).create();

    @Autowired
    KafkaEventConsumer kafkaEventConsumer;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    EventBacklog backlog;

    @Autowired
    KafkaClients clients;

    @Autowired
    KafkaSettings settings;

    @Autowired
    TimeSettings time;

    @Autowired
    Profiles profiles;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void configureKafka(DynamicPropertyRegistry properties) {
        properties.add("postroad.kafka.bootstrap-servers", BROKER::address);
    }

    @AfterAll
    static void closeBroker() {
        TOPICS.close();
        BROKER.close();
    }

    @BeforeEach
    void startReading() {
        kafkaEventConsumer.start();
    }

    @AfterEach
    void stopReading() {
        kafkaEventConsumer.stop();
    }

    @Test
    void acceptsTheSameEventsAsOverRest() {
        String order = """
                {"id":"kafka-order-%d","customerId":"kafka-ann","type":"purchased","occurredAt":"2026-11-23T11:00:00Z",
                 "properties":{"total":19.99}}""";
        send("kafka-ann", order.formatted(1));
        send("kafka-ann", order.formatted(2));
        send("kafka-ann", order.formatted(1));
        TOPICS.awaitAllCommitted();
        workScheduler.runDue();

        assertThat(profiles.of("kafka-ann").orders()).isEqualTo(2);
        assertThat(profiles.of("kafka-ann").revenue()).isEqualByComparingTo("39.98");
    }

    @Test
    void takesAMissingIdAndTimeFromTheRecord() {
        double known = count("duplicate");
        send("kafka-bea", "{\"customerId\":\"kafka-bea\",\"type\":\"searched\"}");
        send("kafka-bea", "{\"id\":null,\"customerId\":\"kafka-bea\",\"type\":\"searched\",\"occurredAt\":null}");
        TOPICS.awaitAllCommitted();
        assertThat(log.ofCustomer("kafka-bea", Instant.EPOCH))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.occurredAt()).isEqualTo(NOW));

        kafkaEventConsumer.stop();
        TOPICS.forgetCommits();
        kafkaEventConsumer.start();
        TOPICS.awaitAllCommitted();

        assertThat(log.ofCustomer("kafka-bea", Instant.EPOCH)).hasSize(2);
        assertThat(count("duplicate")).isGreaterThanOrEqualTo(known + 2);
    }

    @Test
    void rejectsInvalidRecordsWithTheReasonAndAcceptsOthers() {
        String tooLong = "x".repeat(17 * 1024);
        send("kafka-cem", "{\"id\":\"kafka-good-1\",\"customerId\":\"kafka-cem\",\"type\":\"searched\"}");
        send("kafka-cem", "{\"customerId\": oops}");
        send("kafka-cem", "{\"type\":\"searched\"}");
        send("kafka-cem", "{\"customerId\":\"kafka-cem\",\"type\":\"purchased\",\"properties\":{\"total\":\"ten\"}}");
        send(
                "kafka-cem",
                "{\"customerId\":\"kafka-cem\",\"type\":\"searched\",\"properties\":{\"x\":\"" + tooLong + "\"}}");
        send("kafka-cem", "[{\"customerId\":\"kafka-cem\",\"type\":\"searched\"}]");
        send("kafka-cem", null);
        send("kafka-cem", "y".repeat((1 << 20) - 1_000));
        send("kafka-cem", "{\"id\":\"kafka-good-2\",\"customerId\":\"kafka-cem\",\"type\":\"searched\"}");
        TOPICS.awaitAllCommitted();

        assertThat(log.ofCustomer("kafka-cem", Instant.EPOCH))
                .extracting(Event::id)
                .contains("default:kafka-good-1", "default:kafka-good-2");
        List<ConsumerRecord<String, String>> rejected = TOPICS.all(KafkaTopics.REJECTED).stream()
                .filter(record -> "kafka-cem".equals(record.key()))
                .toList();
        assertThat(rejected)
                .extracting(record -> KafkaTopics.header(record, "postroad.reason"))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).startsWith("the value is not JSON: Unrecognized token 'oops'"),
                        reason -> assertThat(reason).isEqualTo("customerId is missing"),
                        reason -> assertThat(reason).isEqualTo("properties.total must be a number, but is text"),
                        reason -> assertThat(reason).isEqualTo("properties are larger than 16 KiB as JSON"),
                        reason -> assertThat(reason).isEqualTo("an event must be a JSON object, but this is a list"),
                        reason -> assertThat(reason).startsWith("the record has no value"),
                        reason -> assertThat(reason)
                                .startsWith("the value is not JSON")
                                .endsWith("the value is left out here, being larger than 1000000 bytes"));
        assertThat(rejected)
                .filteredOn(record -> "{\"type\":\"searched\"}".equals(record.value()))
                .singleElement()
                .satisfies(record -> {
                    assertThat(KafkaTopics.header(record, "postroad.topic")).isEqualTo(KafkaTopics.EVENTS);
                    assertThat(KafkaTopics.header(record, "postroad.partition")).matches("[0-3]");
                    assertThat(KafkaTopics.header(record, "postroad.offset")).matches("\\d+");
                    assertThat(KafkaTopics.header(record, "traceparent")).isEqualTo("as it came");
                });
        assertThat(count("rejected")).isGreaterThanOrEqualTo(7);
    }

    @Test
    void sharesTheTopicWithAnotherNodeAndTakesOverWhenItStops() {
        KafkaTopicMetrics itsMeters = new KafkaTopicMetrics(new SimpleMeterRegistry());
        KafkaConsumerStatus itsCondition = new KafkaConsumerStatus(itsMeters);
        KafkaEventConsumer other =
                new KafkaEventConsumer(clients, settings, intake, backlog, itsMeters, itsCondition, json, time);
        other.start();
        try {
            sendSearches(0, 200);
            TOPICS.awaitAllCommitted();
            kafkaEventConsumer.stop();
            sendSearches(200, 400);
            TOPICS.awaitAllCommitted();
        } finally {
            other.stop();
        }

        for (int customer = 0; customer < 10; customer++) {
            assertThat(log.ofCustomer("kafka-guest-" + customer, Instant.EPOCH)).hasSize(40);
        }
        assertThat(itsCondition.problem()).isEmpty();
    }

    private static void sendSearches(int from, int to) {
        for (int number = from; number < to; number++) {
            String customer = "kafka-guest-" + number % 10;
            send(customer, "{\"customerId\":\"" + customer + "\",\"type\":\"searched\"}");
        }
    }

    @Test
    void publishesItsOwnEventsInOrder() throws Exception {
        int each = 300;
        for (int number = 0; number < each; number++) {
            intake.record(List.of(made("kafka-dan", number), made("kafka-eve", number)));
        }
        intake.accept(
                List.of(json.readTree("{\"id\":\"kafka-theirs\",\"customerId\":\"kafka-dan\",\"type\":\"searched\"}")));
        workScheduler.runDue();

        assertThat(published("kafka-dan"))
                .extracting(event -> event.path("id").asText())
                .isEqualTo(ids("kafka-dan", each));
        assertThat(published("kafka-eve"))
                .extracting(event -> event.path("id").asText())
                .isEqualTo(ids("kafka-eve", each));
        assertThat(published("kafka-eve").get(7)).isEqualTo(json.readTree("""
                {"id":"kafka-eve-7","customerId":"kafka-eve","type":"email_sent","occurredAt":"2026-11-23T12:00:00Z",
                 "properties":{"messageId":"m-7","propensity":0.10}}"""));
    }

    @Test
    void continuesAfterAnOutageOfTheBroker() throws IOException {
        send("kafka-fay", "{\"id\":\"kafka-before\",\"customerId\":\"kafka-fay\",\"type\":\"searched\"}");
        intake.record(made("kafka-fay", 1));
        TOPICS.awaitAllCommitted();
        workScheduler.runDue();
        assertThat(health().path("status").asText()).isEqualTo("UP");

        BROKER.stop();
        intake.record(made("kafka-fay", 2));
        intake.record(made("kafka-fay", 3));
        workScheduler.runDue();
        await().atMost(PATIENCE).until(() -> health().path("status").asText().equals("TROUBLED"));
        assertThat(health().at("/details/outcomesProblem").asText()).isNotEmpty();
        await().atMost(PATIENCE)
                .until(() -> health().at("/details/outcomesWaiting").asLong() == 2);
        Http nobody = Http.asNobody(environment);
        assertThat(nobody.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health").statusCode()).isEqualTo(200);

        BROKER.startAgain();
        send("kafka-fay", "{\"id\":\"kafka-after\",\"customerId\":\"kafka-fay\",\"type\":\"searched\"}");
        TOPICS.awaitAllCommitted();
        assertThat(log.find("default:kafka-after")).isPresent();
        await().atMost(PATIENCE).untilAsserted(() -> {
            workScheduler.runDue();
            assertThat(health().path("status").asText()).isEqualTo("UP");
        });
        List<String> ids = published("kafka-fay").stream()
                .map(event -> event.path("id").asText())
                .distinct()
                .toList();
        assertThat(ids).containsExactly("kafka-fay-1", "kafka-fay-2", "kafka-fay-3");
    }

    private static Event made(String customer, int number) {
        return new Event(
                customer + "-" + number,
                customer,
                "email_sent",
                NOW,
                Map.of("messageId", "m-" + number, "propensity", 0.1));
    }

    private static List<String> ids(String customer, int count) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(customer + "-" + number);
        }
        return ids;
    }

    private List<JsonNode> published(String customer) throws IOException {
        List<JsonNode> published = new ArrayList<>();
        for (ConsumerRecord<String, String> record : TOPICS.all(KafkaTopics.OUTCOMES)) {
            if (customer.equals(record.key())) {
                published.add(json.readTree(record.value()));
            }
        }
        return published;
    }

    private static void send(String customer, @Nullable String event) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(KafkaTopics.EVENTS, null, NOW.toEpochMilli(), customer, event);
        record.headers().add("traceparent", "as it came".getBytes(StandardCharsets.UTF_8));
        TOPICS.send(record);
        TOPICS.flush();
    }

    private JsonNode health() throws IOException {
        return json.readTree(Http.asAdmin(environment).get("/actuator/health").body())
                .at("/components/kafka");
    }

    private double count(String result) {
        return meters.counter("postroad.kafka.records", "result", result).count();
    }
}
