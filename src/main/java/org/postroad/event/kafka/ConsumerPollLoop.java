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
 * Follows the topic with one consumer. What could not be taken in is read again after a rest; a rest is a pause in which
 * the consumer still polls, so that the group does not take it for dead.
 */
final class ConsumerPollLoop {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordIntake recordIntake;
    private final EventBacklog backlog;
    private final long mostWaiting;
    private final KafkaConsumerStatus condition;
    private final RetryBackoff untilNextTry = new RetryBackoff();
    private final RetryBackoff untilNextLook = new RetryBackoff();

    ConsumerPollLoop(
            Consumer<byte[], byte[]> consumer,
            RecordIntake recordIntake,
            EventBacklog backlog,
            long mostWaiting,
            KafkaConsumerStatus condition) {
        this.consumer = consumer;
        this.recordIntake = recordIntake;
        this.backlog = backlog;
        this.mostWaiting = mostWaiting;
        this.condition = condition;
    }

    /** Reads once and takes in what there is. Returns soon, also when nothing comes. */
    void pollOnce() {
        if (mayRead()) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
            ingest(records);
        } else if (!untilNextTry.hasFailures() && !consumer.assignment().isEmpty()) {
            condition.recovered();
        }
        condition.update(consumer.metrics(), lag());
    }

    private boolean mayRead() {
        return untilNextTry.isElapsed() && !backlogFull();
    }

    /** The database takes events in faster than the road acts on them: what waits for long should wait in Kafka. */
    private boolean backlogFull() {
        if (untilNextLook.isElapsed()) {
            untilNextLook.pauseFor(BETWEEN_LOOKS);
            condition.paused(exceedsMostWaiting());
        }
        return condition.paused();
    }

    private boolean exceedsMostWaiting() {
        try {
            return backlog.size() > mostWaiting;
        } catch (RuntimeException databaseGone) {
            return false; // which the next batch will find out, and wait
        }
    }

    private void ingest(ConsumerRecords<byte[], byte[]> records) {
        try {
            recordIntake.ingest(records);
            consumer.commitSync(nextOffsets(records), COMMIT_WITHIN);
            untilNextTry.reset();
            condition.recovered();
        } catch (RuntimeException failure) {
            rewind(records);
            condition.failing(failure, untilNextTry.recordFailure());
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

    /** To read them again; those of partitions that went to another node are read there. */
    private void rewind(ConsumerRecords<byte[], byte[]> records) {
        Collection<TopicPartition> mine = consumer.assignment();
        for (TopicPartition partition : records.partitions()) {
            if (mine.contains(partition)) {
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
