package org.postroad.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.time.Agenda;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostroadTest
class EventRoadIT {

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    Agenda agenda;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void storesAnEventOnceAndActsOnIt() throws Exception {
        JsonNode view = json.readTree("""
                {"id":"road-1","customerId":"road-ann","type":"product_viewed","occurredAt":"2026-11-23T11:00:00Z",
                 "properties":{"productId":"runner-2","seconds":74}}""");

        Receipt receipt = intake.accept(List.of(view, view));
        agenda.runDue();

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(log.of("road-ann", Instant.EPOCH, "product_viewed"))
                .singleElement()
                .satisfies(event -> assertThat(event.text("productId")).contains("runner-2"));
        assertThat(jdbc.sql("select count(*) from event where id = 'road-1' and processed_at is not null")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void replaysCustomerByCustomerInTheOrderInWhichThingsHappened() throws Exception {
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
}
