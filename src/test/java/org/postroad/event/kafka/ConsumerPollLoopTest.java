package org.postroad.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.event.Event;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;
import org.springframework.dao.DataAccessResourceFailureException;

class ConsumerPollLoopTest {

    static final TopicPartition PARTITION = new TopicPartition("postroad.events", 0);

    final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST);
    final Deque<MockProducer<byte[], byte[]>> producers = new ArrayDeque<>(List.of(producer(), producer()));
    final InMemoryInbox inbox = new InMemoryInbox();
    final KafkaTopicMetrics metrics = new KafkaTopicMetrics(new SimpleMeterRegistry());
    final KafkaConsumerStatus status = new KafkaConsumerStatus(metrics);
    final ConsumerPollLoop loop = new ConsumerPollLoop(
            consumer,
            new RecordIntake(
                    new RecordReader(new ObjectMapper()),
                    inbox,
                    new AcknowledgedProducer(producers::remove),
                    "sender",
                    "rejected",
                    metrics),
            inbox,
            10,
            status);

    @BeforeEach
    void assign() {
        consumer.subscribe(List.of("postroad.events"));
        consumer.rebalance(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 2L));
    }

    @Test
    void commitsWhatIsStored() {
        arrive("{\"a\":1}", "{\"a\":2}");

        loop.pollOnce();

        assertThat(inbox.taken).hasSize(2);
        assertThat(committed()).isEqualTo(2);
        assertThat(metrics.lag()).isZero();
    }

    @Test
    void readsAgainWhatWasNotStoredAndPollsWhilePaused() {
        inbox.gone = true;
        arrive("{\"a\":1}", "{\"a\":2}");
        loop.pollOnce();
        assertThat(committed()).isZero();
        assertThat(consumer.position(PARTITION)).isZero();
        assertThat(status.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("no database"));

        loop.pollOnce();
        assertThat(consumer.paused()).containsExactly(PARTITION);

        inbox.gone = false;
        arrive("{\"a\":1}", "{\"a\":2}");
        pollUntilCommitted(2);
        assertThat(consumer.paused()).isEmpty();
        assertThat(status.problem()).isEmpty();
    }

    @Test
    void commitsARejectedRecordOnlyOnceTheRejectionIsAcknowledged() {
        MockProducer<byte[], byte[]> first = producers.getFirst();
        MockProducer<byte[], byte[]> second = producers.getLast();
        first.sendException = new TimeoutException("no acknowledgement");
        arrive("oops");
        loop.pollOnce();
        assertThat(committed()).isZero();

        arrive("oops");
        pollUntilCommitted(1);
        assertThat(second.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("rejected");
            assertThat(record.value()).asString().isEqualTo("oops");
        });
    }

    @Test
    void pausesWhileTooManyEventsWait() {
        inbox.waiting = 11;
        arrive("{\"a\":1}");
        loop.pollOnce();
        assertThat(consumer.paused()).containsExactly(PARTITION);
        assertThat(status.paused()).isTrue();
        assertThat(inbox.taken).isEmpty();

        inbox.waiting = 10;
        pollUntilCommitted(1);
        assertThat(inbox.taken).hasSize(1);
    }

    @Test
    void leavesTheRecordsOfALostPartitionToOthers() {
        inbox.gone = true;
        inbox.meanwhile = () -> consumer.rebalance(List.of());
        arrive("{\"a\":1}");

        loop.pollOnce();

        assertThat(consumer.assignment()).isEmpty();
        assertThat(status.problem()).isPresent();
    }

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(true, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void pollUntilCommitted(long offset) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            loop.pollOnce();
            return committed() == offset;
        });
    }

    private void arrive(String... values) {
        for (int offset = 0; offset < values.length; offset++) {
            byte[] value = values[offset].getBytes(StandardCharsets.UTF_8);
            consumer.addRecord(new ConsumerRecord<>("postroad.events", 0, offset, new byte[0], value));
        }
    }

    private long committed() {
        OffsetAndMetadata committed = consumer.committed(Set.of(PARTITION)).get(PARTITION);
        return committed == null ? 0 : committed.offset();
    }

    /** Keeps events in memory. */
    static final class InMemoryInbox implements EventIntake, EventBacklog {

        final List<JsonNode> taken = new ArrayList<>();
        boolean gone;
        long waiting;
        Runnable meanwhile = () -> {};

        @Override
        public Receipt accept(String sender, List<JsonNode> events) {
            meanwhile.run();
            if (gone) {
                throw new DataAccessResourceFailureException("no database");
            }
            taken.addAll(events);
            return new Receipt(events.size(), 0, List.of(), List.of());
        }

        @Override
        public Receipt accept(List<JsonNode> events, int mostPropertyBytes) {
            return accept(events);
        }

        @Override
        public void record(List<Event> events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int drain() {
            return 0;
        }

        @Override
        public long size() {
            return waiting;
        }
    }
}
