package org.postroad.event.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says how it goes with Kafka. Never "down", and no part of readiness: without Kafka, this node takes events over HTTP and
 * posts mail as ever.
 */
@Component("kafka")
@ConditionalOnKafka
class KafkaHealthIndicator extends AbstractHealthIndicator {

    /** Leaves the whole as it is. */
    static final Status TROUBLED = new Status("TROUBLED");

    private final KafkaConsumerStatus condition;
    private final KafkaOutcomePublisher kafkaOutcomePublisher;
    private final PendingOutcomes outcomes;

    KafkaHealthIndicator(
            KafkaConsumerStatus condition, KafkaOutcomePublisher kafkaOutcomePublisher, PendingOutcomes outcomes) {
        this.condition = condition;
        this.kafkaOutcomePublisher = kafkaOutcomePublisher;
        this.outcomes = outcomes;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("connected", condition.connected());
        details.put("lag", condition.lag());
        details.put("resting", condition.paused());
        outcomes.size().ifPresent(waiting -> details.put("outcomesWaiting", waiting));
        condition.problem().ifPresent(problem -> details.put("eventsProblem", problem));
        kafkaOutcomePublisher.problem().ifPresent(problem -> details.put("outcomesProblem", problem));
        boolean well = condition.connected()
                && condition.problem().isEmpty()
                && kafkaOutcomePublisher.problem().isEmpty();
        health.status(well ? Status.UP : TROUBLED).withDetails(details);
    }
}
