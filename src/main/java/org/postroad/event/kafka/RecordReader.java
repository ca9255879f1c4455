package org.postroad.event.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.postroad.json.BadInput;
import org.postroad.json.JsonSyntaxFault;

/** Reads a record's value as an event: the JSON of {@code POST /api/events}, one event a record. */
final class RecordReader {

    static final int MOST_BYTES = 1 << 20;

    private final ObjectReader reader;

    RecordReader(ObjectMapper json) {
        this.reader = json.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Reads the event as JSON. The intake validates its fields.
     *
     * @throws BadInput if the value is not JSON
     */
    JsonNode read(ConsumerRecord<byte[], byte[]> record) {
        JsonNode event = parse(record);
        if (event instanceof ObjectNode fields) {
            complete(fields, record);
        }
        return event;
    }

    private JsonNode parse(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || record.value().length == 0) {
            throw new BadInput("the record has no value; it should be an event as JSON");
        }
        if (record.value().length > MOST_BYTES) {
            throw new BadInput("the value is larger than 1 MiB (1,048,576 bytes)");
        }
        try {
            return reader.readTree(record.value());
        } catch (JsonProcessingException e) {
            throw new BadInput("the value is not JSON: " + JsonSyntaxFault.of(e).inText());
        } catch (IOException e) {
            throw new BadInput("the value is not JSON: " + e.getMessage());
        }
    }

    /** Takes a missing id or time from the record, so that it is the same event when the record is read again. */
    private static void complete(ObjectNode event, ConsumerRecord<byte[], byte[]> record) {
        if (!event.hasNonNull("id")) {
            event.put("id", idOf(record));
        }
        if (!event.hasNonNull("occurredAt") && record.timestamp() >= 0) {
            event.put("occurredAt", Instant.ofEpochMilli(record.timestamp()).toString());
        }
    }

    /** Contains the timestamp, since a topic that was deleted and created again counts its offsets from 0 again. */
    private static String idOf(ConsumerRecord<byte[], byte[]> record) {
        return "kafka-" + record.partition() + "-" + record.offset() + "-" + record.timestamp();
    }
}
