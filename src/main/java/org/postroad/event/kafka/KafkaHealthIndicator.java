package org.postroad.event.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * The state of Kafka's clients. Never "down", and no part of readiness: without Kafka, this node takes events over HTTP
 * and sends mail as before.
 */
@Component("kafka")
@ConditionalOnKafka
class KafkaHealthIndicator extends AbstractHealthIndicator {

    /** A status of its own: does not make the whole application unhealthy. */
    static final Status TROUBLED = new Status("TROUBLED");

    private final KafkaConsumerStatus consumer;
    private final KafkaOutcomePublisher publisher;
    private final PendingOutcomes outcomes;

    KafkaHealthIndicator(KafkaConsumerStatus consumer, KafkaOutcomePublisher publisher, PendingOutcomes outcomes) {
        this.consumer = consumer;
        this.publisher = publisher;
        this.outcomes = outcomes;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("connected", consumer.connected());
        details.put("lag", consumer.lag());
        details.put("resting", consumer.paused());
        outcomes.size().ifPresent(waiting -> details.put("outcomesWaiting", waiting));
        consumer.problem().ifPresent(problem -> details.put("eventsProblem", problem));
        publisher.problem().ifPresent(problem -> details.put("outcomesProblem", problem));
        boolean healthy = consumer.connected()
                && consumer.problem().isEmpty()
                && publisher.problem().isEmpty();
        health.status(healthy ? Status.UP : TROUBLED).withDetails(details);
    }
}
