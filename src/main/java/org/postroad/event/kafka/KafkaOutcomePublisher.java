package org.postroad.event.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Publishes Postroad's own events: each at least once, those of one customer in order. While Kafka cannot be reached, they
 * wait in the database.
 */
@Component
@ConditionalOnKafka
@Order(ScheduledWork.OUTCOMES)
class KafkaOutcomePublisher implements ScheduledWork {

    private static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(KafkaOutcomePublisher.class);

    private final PendingOutcomes outcomes;
    private final AcknowledgedProducer producer;
    private final String topic;
    private final ObjectMapper json;
    private final KafkaTopicMetrics metrics;
    private final RetryBackoff retryBackoff = new RetryBackoff();
    private volatile @Nullable String problem;

    KafkaOutcomePublisher(
            PendingOutcomes outcomes,
            KafkaClients clients,
            KafkaSettings settings,
            ObjectMapper json,
            KafkaTopicMetrics metrics) {
        this.outcomes = outcomes;
        this.producer = new AcknowledgedProducer(clients::producer);
        this.topic = settings.topics().outcomes();
        this.json = json;
        this.metrics = metrics;
        metrics.registerPendingGauge(outcomes);
    }

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.EVENTS);
    }

    @Override
    public boolean isDue(Instant now) {
        return true;
    }

    /** Short while Kafka cannot be reached: the pauses between tries are those of {@link RetryBackoff}. */
    @Override
    public Duration pollInterval() {
        return problem == null ? ScheduledWork.super.pollInterval() : Duration.ofMillis(250);
    }

    /** Empty: what waits is published at once. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Synchronised, since not always the same thread calls it. */
    @Override
    public synchronized int runDue() {
        return retryBackoff.isElapsed() ? publishDue() : 0;
    }

    /** Does not throw while Kafka cannot be reached, so that time can still be moved by hand. */
    private int publishDue() {
        try {
            int published = outcomes.drainTo(BATCH, this::send);
            metrics.countOutcomes(published);
            retryBackoff.reset();
            problem = null;
            return published;
        } catch (KafkaException e) {
            recordFailure(e);
            return 0;
        }
    }

    private void send(List<PendingOutcome> next) {
        producer.send(next.stream().map(each -> each.toRecord(topic, json)).toList());
    }

    private void recordFailure(KafkaException failure) {
        long pause = retryBackoff.recordFailure().toMillis();
        String cause = KafkaConsumerStatus.causeOf(failure);
        if (problem == null) {
            log.warn("Outcomes wait, since Kafka does not take them; tried again in {} ms: {}", pause, cause);
        }
        problem = cause;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @PreDestroy
    synchronized void close() {
        producer.close();
    }
}
