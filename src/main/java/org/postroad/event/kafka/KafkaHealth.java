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
class KafkaHealth extends AbstractHealthIndicator {

    /** Leaves the whole as it is. */
    static final Status TROUBLED = new Status("TROUBLED");

    private final KafkaCondition condition;
    private final Departures departures;
    private final UntoldOutcomes outcomes;

    KafkaHealth(KafkaCondition condition, Departures departures, UntoldOutcomes outcomes) {
        this.condition = condition;
        this.departures = departures;
        this.outcomes = outcomes;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("connected", condition.connected());
        details.put("lag", condition.lag());
        details.put("resting", condition.crowded());
        outcomes.size().ifPresent(waiting -> details.put("outcomesWaiting", waiting));
        condition.problem().ifPresent(problem -> details.put("eventsProblem", problem));
        departures.problem().ifPresent(problem -> details.put("outcomesProblem", problem));
        boolean well = condition.connected()
                && condition.problem().isEmpty()
                && departures.problem().isEmpty();
        health.status(well ? Status.UP : TROUBLED).withDetails(details);
    }
}
