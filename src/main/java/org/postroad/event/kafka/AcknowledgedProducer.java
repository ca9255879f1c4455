package org.postroad.event.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Sends a batch of records and waits until all are acknowledged. Not thread-safe. */
final class AcknowledgedProducer implements AutoCloseable {

    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> open;

    AcknowledgedProducer(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * Returns when every record has been acknowledged.
     *
     * @throws KafkaException if one was not. Some of the others may have been stored nonetheless, but none behind it in the
     *     same partition: the order holds when all are sent again
     */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            await(sendAll(records));
        } catch (KafkaException e) {
            drop();
            throw e;
        }
    }

    private List<Future<?>> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        Producer<byte[], byte[]> producer = producer();
        List<Future<?>> sent = new ArrayList<>(records.size());
        try {
            records.forEach(each -> sent.add(producer.send(each, (metadata, failure) -> stopAt(failure, producer))));
        } catch (IllegalStateException e) { // closed below, since an earlier record failed
            await(sent);
            throw new KafkaException(e);
        }
        return sent;
    }

    /** Runs in the producer's sending thread, before it sends the next record of that partition. */
    private static void stopAt(@Nullable Exception failure, Producer<byte[], byte[]> producer) {
        if (failure != null) {
            producer.close(Duration.ZERO);
        }
    }

    private static void await(List<Future<?>> sent) {
        for (Future<?> each : sent) {
            try {
                each.get();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
            }
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (open == null) {
            open = producers.get();
        }
        return open;
    }

    private void drop() {
        if (open != null) {
            open.close(Duration.ZERO);
            open = null;
        }
    }

    @Override
    public void close() {
        if (open != null) {
            open.close(CLOSES_WITHIN);
            open = null;
        }
    }
}
