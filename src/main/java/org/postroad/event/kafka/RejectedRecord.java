package org.postroad.event.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record that cannot be taken in.
 *
 * @param reason a sentence for the sender
 */
record RejectedRecord(ConsumerRecord<byte[], byte[]> record, String reason) {

    /** Below what a topic takes by default (1 MiB with everything), so that no rejection is itself rejected. */
    static final int MOST_VALUE_BYTES = 1_000_000;

    /** Key, value and headers as they came, with headers that say why it is here and where it came from. */
    ProducerRecord<byte[], byte[]> toRecord(String topic) {
        boolean fits = record.serializedValueSize() <= MOST_VALUE_BYTES;
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(topic, null, record.key(), fits ? record.value() : null, record.headers());
        String remark = fits ? "" : "; the value is left out here, being larger than " + MOST_VALUE_BYTES + " bytes";
        put(copy.headers(), "postroad.reason", reason + remark);
        put(copy.headers(), "postroad.topic", record.topic());
        put(copy.headers(), "postroad.partition", Integer.toString(record.partition()));
        put(copy.headers(), "postroad.offset", Long.toString(record.offset()));
        return copy;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
