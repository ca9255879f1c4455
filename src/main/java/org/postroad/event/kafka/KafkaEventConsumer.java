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
 * The thread that brings events in from Kafka, from the start of this node to its stop. The nodes of one group share the
 * partitions; a node that stops finishes and commits the batch in hand and leaves the group, so that the others go on at
 * once.
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
    private final KafkaTopicMetrics meters;
    private final KafkaConsumerStatus condition;
    private final RecordReader reader;
    private final boolean background;
    private CountDownLatch stop = new CountDownLatch(0);
    private @Nullable Thread thread;

    KafkaEventConsumer(
            KafkaClients clients,
            KafkaSettings settings,
            EventIntake intake,
            EventBacklog backlog,
            KafkaTopicMetrics meters,
            KafkaConsumerStatus condition,
            ObjectMapper json,
            TimeSettings time) {
        this.clients = clients;
        this.settings = settings;
        this.intake = intake;
        this.backlog = backlog;
        this.meters = meters;
        this.condition = condition;
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

    /** Not woken up from a poll, which is short anyway: a wake-up could hit the last commit instead. */
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

    /** A client that cannot be opened, or breaks, is replaced: settings can be wrong, but names can also just be slow. */
    private void consumeUntil(CountDownLatch end) {
        RetryBackoff retryBackoff = new RetryBackoff();
        for (Duration rest = Duration.ZERO; !isStopped(end, rest); ) {
            try {
                consume(end, retryBackoff);
            } catch (RuntimeException failure) {
                rest = retryBackoff.recordFailure();
                condition.failing(failure, rest);
            }
        }
        condition.stopped();
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
            RecordIntake recordIntake =
                    new RecordIntake(reader, intake, rejected, settings.topics().rejected(), meters);
            ConsumerPollLoop consumerPollLoop =
                    new ConsumerPollLoop(consumer, recordIntake, backlog, settings.mostWaiting(), condition);
            while (end.getCount() > 0) {
                consumerPollLoop.pollOnce();
                retryBackoff.reset();
            }
        } finally {
            consumer.close(CLOSES_WITHIN);
        }
    }
}
