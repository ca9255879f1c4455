package org.postroad.event.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;
import org.postroad.json.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores the events among polled records, and sends what is no event to the topic of rejected records. */
final class RecordIntake {

    private static final Logger log = LoggerFactory.getLogger(RecordIntake.class);

    private final RecordReader reader;
    private final EventIntake intake;
    private final AcknowledgedProducer rejected;
    private final String sender;
    private final String rejectedTopic;
    private final KafkaTopicMetrics metrics;

    RecordIntake(
            RecordReader reader,
            EventIntake intake,
            AcknowledgedProducer rejected,
            String sender,
            String rejectedTopic,
            KafkaTopicMetrics metrics) {
        this.reader = reader;
        this.intake = intake;
        this.rejected = rejected;
        this.sender = sender;
        this.rejectedTopic = rejectedTopic;
        this.metrics = metrics;
    }

    /** Returns once each record is durable in one of the two places. After an exception, all must be ingested again. */
    void ingest(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<JsonNode> events = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> origins = new ArrayList<>();
        List<RejectedRecord> rejections = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                events.add(reader.read(record));
                origins.add(record);
            } catch (BadInput refusal) {
                rejections.add(new RejectedRecord(record, String.valueOf(refusal.getMessage())));
            }
        }
        Receipt receipt = intake.accept(sender, events);
        receipt.rejected().forEach(it -> rejections.add(new RejectedRecord(origins.get(it.index()), it.reason())));
        reject(rejections);
        metrics.countRecords(receipt.accepted(), receipt.duplicates(), rejections.size());
    }

    private void reject(List<RejectedRecord> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        rejected.send(
                rejections.stream().map(each -> each.toRecord(rejectedTopic)).toList());
        ConsumerRecord<byte[], byte[]> first = rejections.get(0).record();
        log.warn(
                "{} records of {} were rejected, such as offset {} of partition {}; the reasons are in {}",
                rejections.size(),
                first.topic(),
                first.offset(),
                first.partition(),
                rejectedTopic);
    }
}
