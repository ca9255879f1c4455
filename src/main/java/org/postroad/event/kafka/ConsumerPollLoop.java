package org.postroad.event.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.postroad.event.EventBacklog;

/**
 * Polls the topic with one consumer. Records that could not be taken in are read again after a back-off, during which the
 * consumer is paused but still polls, so that its group does not take it for dead.
 */
final class ConsumerPollLoop {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SIZE_CHECKS = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordIntake recordIntake;
    private final EventBacklog backlog;
    private final long mostWaiting;
    private final KafkaConsumerStatus status;
    private final RetryBackoff retryBackoff = new RetryBackoff();
    private final RetryBackoff sizeCheck = new RetryBackoff();

    ConsumerPollLoop(
            Consumer<byte[], byte[]> consumer,
            RecordIntake recordIntake,
            EventBacklog backlog,
            long mostWaiting,
            KafkaConsumerStatus status) {
        this.consumer = consumer;
        this.recordIntake = recordIntake;
        this.backlog = backlog;
        this.mostWaiting = mostWaiting;
        this.status = status;
    }

    /** Polls once and takes in what was read. Returns within moments, also when nothing comes. */
    void pollOnce() {
        if (mayRead()) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
            ingest(records);
        } else if (!retryBackoff.hasFailures() && !consumer.assignment().isEmpty()) {
            status.recovered();
        }
        status.update(consumer.metrics(), lag());
    }

    private boolean mayRead() {
        return retryBackoff.isElapsed() && !backlogFull();
    }

    /** The database stores events faster than handlers process them; a long backlog should wait in Kafka. */
    private boolean backlogFull() {
        if (sizeCheck.isElapsed()) {
            sizeCheck.pauseFor(BETWEEN_SIZE_CHECKS);
            status.paused(exceedsMostWaiting());
        }
        return status.paused();
    }

    private boolean exceedsMostWaiting() {
        try {
            return backlog.size() > mostWaiting;
        } catch (RuntimeException databaseGone) {
            return false; // the next batch will fail and back off
        }
    }

    private void ingest(ConsumerRecords<byte[], byte[]> records) {
        try {
            recordIntake.ingest(records);
            consumer.commitSync(nextOffsets(records), COMMIT_WITHIN);
            retryBackoff.reset();
            status.recovered();
        } catch (RuntimeException | Error failure) {
            rewind(records);
            status.failing(failure, retryBackoff.recordFailure());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> nextOffsets(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
            offsets.put(
                    partition, new OffsetAndMetadata(read.get(read.size() - 1).offset() + 1));
        }
        return offsets;
    }

    /** Reads these again next; those of partitions that went to another node are read there. */
    private void rewind(ConsumerRecords<byte[], byte[]> records) {
        Collection<TopicPartition> assigned = consumer.assignment();
        for (TopicPartition partition : records.partitions()) {
            if (assigned.contains(partition)) {
                consumer.seek(partition, records.records(partition).get(0).offset());
            }
        }
    }

    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
