package org.postroad.event.shard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.Receipt;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostroadTest
class EventProcessingIT {

    @Autowired
    Clock clock;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    EventBacklog backlog;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void storesAndProcessesAnEventOnce() throws Exception {
        JsonNode view = json.readTree("""
                {"id":"road-1","customerId":"road-ann","type":"product_viewed","occurredAt":"2026-11-23T11:00:00Z",
                 "properties":{"productId":"runner-2","seconds":74}}""");

        Receipt receipt = intake.accept(List.of(view, view));
        workScheduler.runDue();

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(log.ofCustomer("road-ann", Instant.EPOCH, "product_viewed"))
                .singleElement()
                .satisfies(event -> assertThat(event.text("productId")).contains("runner-2"));
        assertThat(jdbc.sql(
                                "select count(*) from event_key left join inbox using (seq) where id = 'road-1' and shard is null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void replaysCustomerByCustomerInTheOrderOfOccurrence() throws Exception {
        intake.accept(List.of(
                json.readTree("{\"customerId\":\"road-bea\",\"type\":\"b\",\"occurredAt\":\"2020-01-02T00:00:00Z\"}"),
                json.readTree("{\"customerId\":\"road-cem\",\"type\":\"c\",\"occurredAt\":\"2020-01-02T00:00:00Z\"}"),
                json.readTree("{\"customerId\":\"road-bea\",\"type\":\"a\",\"occurredAt\":\"2020-01-01T00:00:00Z\"}")));

        List<String> seen = new ArrayList<>();
        log.replay(
                Instant.parse("2020-01-03T00:00:00Z"),
                history -> seen.add(history.get(0).customerId()
                        + history.stream().map(Event::type).toList()));

        assertThat(seen).contains("road-bea[a, b]", "road-cem[c]");
    }

    @Test
    void storesEventsOnceThatTwoSendersSendAtTheSameTime() {
        List<JsonNode> batch = IntStream.range(0, 500)
                .<JsonNode>mapToObj(i -> json.createObjectNode()
                        .put("id", "road-twice-" + i)
                        .put("customerId", "road-dan")
                        .put("type", "searched"))
                .toList();

        CompletableFuture<Receipt> one = CompletableFuture.supplyAsync(() -> intake.accept(batch));
        CompletableFuture<Receipt> other = CompletableFuture.supplyAsync(() -> intake.accept(batch));

        assertThat(one.join().accepted() + other.join().accepted()).isEqualTo(500);
        assertThat(one.join().duplicates() + other.join().duplicates()).isEqualTo(500);
        assertThat(log.ofCustomer("road-dan", Instant.EPOCH)).hasSize(500);
    }

    @Test
    void doesNotStoreWhatWasRecordedInAFailedTransaction() {
        Event made = new Event("road-made", "road-eli", "enrolled", Instant.EPOCH, Map.of("journey", "x"));

        transaction.executeWithoutResult(status -> {
            intake.record(made);
            status.setRollbackOnly();
        });
        assertThat(log.find("road-made")).isEmpty();

        intake.record(made);
        intake.record(List.of(made, made)); // known already
        assertThat(log.ofCustomer("road-eli", Instant.EPOCH))
                .containsExactly(new Event(
                        made.id(),
                        made.customerId(),
                        made.type(),
                        made.occurredAt(),
                        made.properties(),
                        clock.instant()));
    }

    @Test
    void leavesEventsToANodeThatHasLockedTheirShard() throws Exception {
        workScheduler.runDue();
        intake.accept(List.of(json.readTree("{\"customerId\":\"road-fin\",\"type\":\"searched\"}")));

        transaction.executeWithoutResult(asAnotherNode -> {
            jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                    .params(Shards.LOCKS, Shards.of("road-fin"))
                    .query((row, number) -> true)
                    .list();
            assertThat(CompletableFuture.supplyAsync(backlog::drain).join()).isZero();
        });

        assertThat(backlog.size()).isOne();
        assertThat(backlog.drain()).isOne();
    }

    @Test
    void processesTheOtherShardsWhileAnotherNodeHoldsSome() throws Exception {
        workScheduler.runDue();
        List<JsonNode> events = new ArrayList<>();
        for (int customer = 0; customer < 400; customer++) {
            events.add(json.readTree("{\"customerId\":\"shards-" + customer + "\",\"type\":\"searched\"}"));
        }
        intake.accept(events);
        Set<Integer> held = Set.of(0, 1, 2, 3, 4, 5, 6, 7);
        long ofHeld = IntStream.range(0, 400)
                .filter(customer -> held.contains(Shards.of("shards-" + customer)))
                .count();

        transaction.executeWithoutResult(asAnotherNode -> {
            held.forEach(shard -> jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                    .params(Shards.LOCKS, shard)
                    .query((row, number) -> true)
                    .list());
            CompletableFuture.supplyAsync(backlog::drain).join();
            assertThat(backlog.size()).isEqualTo(ofHeld);
        });

        backlog.drain();
        assertThat(backlog.size()).isZero();
    }
}
