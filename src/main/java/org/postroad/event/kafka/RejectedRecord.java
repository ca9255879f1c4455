package org.postroad.event.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record that is no valid event.
 *
 * @param reason a sentence for the sender
 */
record RejectedRecord(ConsumerRecord<byte[], byte[]> record, String reason) {

    /** Less than a topic's default limit (1 MiB with headers), so that no rejection is itself rejected. */
    static final int MOST_VALUE_BYTES = 1_000_000;

    /** A copy for that topic, with headers that say why the record was rejected and where it came from. */
    ProducerRecord<byte[], byte[]> toRecord(String topic) {
        boolean fits = record.serializedValueSize() <= MOST_VALUE_BYTES;
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(topic, null, record.key(), fits ? record.value() : null, record.headers());
        String note = fits ? "" : "; the value is left out here, being larger than " + MOST_VALUE_BYTES + " bytes";
        put(copy.headers(), "postroad.reason", reason + note);
        put(copy.headers(), "postroad.topic", record.topic());
        put(copy.headers(), "postroad.partition", Integer.toString(record.partition()));
        put(copy.headers(), "postroad.offset", Long.toString(record.offset()));
        return copy;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
