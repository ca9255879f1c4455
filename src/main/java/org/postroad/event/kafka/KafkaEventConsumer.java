package org.postroad.event.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.time.TimeSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that takes events in from Kafka, from the start of this node to its stop. The nodes of one group share the
 * partitions. A node that stops finishes and commits its batch and leaves the group, so that the others take over at once.
 */
@Component
@ConditionalOnKafka
class KafkaEventConsumer implements SmartLifecycle {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final KafkaSettings settings;
    private final EventIntake intake;
    private final EventBacklog backlog;
    private final KafkaTopicMetrics metrics;
    private final KafkaConsumerStatus status;
    private final RecordReader reader;
    private final boolean background;
    private CountDownLatch stop = new CountDownLatch(0);
    private @Nullable Thread thread;

    KafkaEventConsumer(
            KafkaClients clients,
            KafkaSettings settings,
            EventIntake intake,
            EventBacklog backlog,
            KafkaTopicMetrics metrics,
            KafkaConsumerStatus status,
            ObjectMapper json,
            TimeSettings time) {
        this.clients = clients;
        this.settings = settings;
        this.intake = intake;
        this.backlog = backlog;
        this.metrics = metrics;
        this.status = status;
        this.reader = new RecordReader(json);
        this.background = time.background();
    }

    @Override
    public boolean isAutoStartup() {
        return background;
    }

    @Override
    public synchronized void start() {
        stop = new CountDownLatch(1);
        CountDownLatch end = stop;
        thread = new Thread(() -> consumeUntil(end), "postroad-kafka");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does not wake the consumer from a poll, which is short anyway: a wake-up could hit the last commit instead. */
    @Override
    public synchronized void stop() {
        stop.countDown();
        if (thread != null) {
            join(thread);
            thread = null;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(ENDS_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Replaces a client that cannot be opened or breaks: the cause may be temporary, such as a slow DNS. */
    private void consumeUntil(CountDownLatch end) {
        RetryBackoff retryBackoff = new RetryBackoff();
        for (Duration pause = Duration.ZERO; !isStopped(end, pause); ) {
            try {
                consume(end, retryBackoff);
            } catch (RuntimeException | Error failure) {
                pause = retryBackoff.recordFailure();
                status.failing(failure, pause);
            }
        }
        status.stopped();
    }

    private static boolean isStopped(CountDownLatch end, Duration within) {
        try {
            return end.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void consume(CountDownLatch end, RetryBackoff retryBackoff) {
        Consumer<byte[], byte[]> consumer = clients.consumer();
        try (AcknowledgedProducer rejected = new AcknowledgedProducer(clients::producer)) {
            consumer.subscribe(List.of(settings.topics().events()));
            RecordIntake recordIntake = new RecordIntake(
                    reader,
                    intake,
                    rejected,
                    settings.sender(),
                    settings.topics().rejected(),
                    metrics);
            ConsumerPollLoop loop =
                    new ConsumerPollLoop(consumer, recordIntake, backlog, settings.mostWaiting(), status);
            while (end.getCount() > 0) {
                loop.pollOnce();
                retryBackoff.reset();
            }
        } finally {
            consumer.close(CLOSES_WITHIN);
        }
    }
}
