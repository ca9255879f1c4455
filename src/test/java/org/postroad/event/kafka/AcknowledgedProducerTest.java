package org.postroad.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class AcknowledgedProducerTest {

    final List<Broker> brokers = new ArrayList<>();
    int failingNumber = 2;
    final AcknowledgedProducer producer = new AcknowledgedProducer(this::next);

    @Test
    void keepsTheOrderWhenARecordFails() {
        List<ProducerRecord<byte[], byte[]>> three = List.of(record(1), record(2), record(3));

        assertThatThrownBy(() -> producer.send(three)).hasMessageContaining("number 2");
        assertThat(brokers.get(0).history()).hasSize(2);
        assertThat(brokers.get(0).closed()).isTrue();

        failingNumber = 0;
        producer.send(three);
        assertThat(brokers.get(1).history()).isEqualTo(three);
        producer.send(three);
        assertThat(brokers).hasSize(2);

        producer.close();
        assertThat(brokers.get(1).closed()).isTrue();
    }

    private Broker next() {
        brokers.add(new Broker());
        return brokers.get(brokers.size() - 1);
    }

    private static ProducerRecord<byte[], byte[]> record(int number) {
        return new ProducerRecord<>("outcomes", new byte[0], new byte[] {(byte) number});
    }

    /** Acknowledges each record at once, except one. */
    private final class Broker extends MockProducer<byte[], byte[]> {

        Broker() {
            super(false, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            Future<RecordMetadata> sent = super.send(record, callback);
            int number = history().size();
            boolean answered = number == failingNumber
                    ? errorNext(new TimeoutException("no acknowledgement of number " + number))
                    : completeNext();
            assertThat(answered).isTrue();
            return sent;
        }
    }
}
