package org.postroad.event.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.postroad.time.ScheduledWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells the outside what Postroad did: each of its own events at least once, those of one customer in order. While Kafka
 * is away they wait in the database.
 */
@Component
@ConditionalOnKafka
@Order(ScheduledWork.OUTCOMES)
class KafkaOutcomePublisher implements ScheduledWork {

    private static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(KafkaOutcomePublisher.class);

    private final PendingOutcomes outcomes;
    private final AcknowledgedProducer sending;
    private final String topic;
    private final ObjectMapper json;
    private final KafkaTopicMetrics meters;
    private final RetryBackoff retryBackoff = new RetryBackoff();
    private volatile @Nullable String problem;

    KafkaOutcomePublisher(
            PendingOutcomes outcomes,
            KafkaClients clients,
            KafkaSettings settings,
            ObjectMapper json,
            KafkaTopicMetrics meters) {
        this.outcomes = outcomes;
        this.sending = new AcknowledgedProducer(clients::producer);
        this.topic = settings.topics().outcomes();
        this.json = json;
        this.meters = meters;
        meters.registerPendingGauge(outcomes);
    }

    @Override
    public String name() {
        return "outcomes";
    }

    /** What waits is told at once; nothing falls due later. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** One thread at a time, though not always the same. */
    @Override
    public synchronized int runDue() {
        return retryBackoff.isElapsed() ? publishDue() : 0;
    }

    /** Kafka that is away holds nobody up, and least of all time that is moved by hand. */
    private int publishDue() {
        try {
            int told = outcomes.drainTo(BATCH, this::send);
            meters.countOutcomes(told);
            retryBackoff.reset();
            problem = null;
            return told;
        } catch (KafkaException e) {
            recordFailure(e);
            return 0;
        }
    }

    private void send(List<PendingOutcome> next) {
        sending.send(next.stream().map(each -> each.toRecord(topic, json)).toList());
    }

    private void recordFailure(KafkaException failure) {
        long rest = retryBackoff.recordFailure().toMillis();
        String cause = KafkaConsumerStatus.causeOf(failure);
        if (problem == null) {
            log.warn("Outcomes wait, since Kafka does not take them; tried again in {} ms: {}", rest, cause);
        }
        problem = cause;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @PreDestroy
    synchronized void close() {
        sending.close();
    }
}
