package org.postroad.event.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One of Postroad's own events that is to be published.
 *
 * @param properties JSON, as it is stored
 */
record PendingOutcome(String id, String customerId, String type, Instant occurredAt, String properties) {

    /** In the shape of {@code POST /api/events}; the key keeps a customer's events in one partition. */
    ProducerRecord<byte[], byte[]> toRecord(String topic, ObjectMapper json) {
        ObjectNode event = json.createObjectNode()
                .put("id", id)
                .put("customerId", customerId)
                .put("type", type)
                .put("occurredAt", occurredAt.toString())
                .putRawValue("properties", new RawValue(properties));
        return new ProducerRecord<>(topic, bytes(customerId), bytes(event.toString()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
