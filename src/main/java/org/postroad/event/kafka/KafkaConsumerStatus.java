package org.postroad.event.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** The state of this node's consumer: written by its thread, read by health and log. */
@Component
@ConditionalOnKafka
class KafkaConsumerStatus {

    private static final Logger log = LoggerFactory.getLogger(KafkaConsumerStatus.class);

    private final KafkaTopicMetrics metrics;
    private volatile boolean connected;
    private volatile boolean paused;
    private volatile @Nullable String problem;

    KafkaConsumerStatus(KafkaTopicMetrics metrics) {
        this.metrics = metrics;
    }

    void update(Map<MetricName, ? extends Metric> consumerMetrics, long lag) {
        metrics.lag(lag);
        connected = consumerMetrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Number count && count.intValue() > 0);
    }

    /** Whether reading pauses, since too many events wait in the inbox. */
    void paused(boolean tooManyWait) {
        paused = tooManyWait;
    }

    void recovered() {
        if (problem != null) {
            log.info("Events from Kafka are taken in again");
            problem = null;
        }
    }

    void failing(Throwable failure, Duration backoff) {
        String before = problem;
        problem = causeOf(failure);
        if (before == null) {
            log.warn(
                    "Events wait in Kafka, since they cannot be taken in; tried again in {} ms, then less often: {}",
                    backoff.toMillis(),
                    causeOf(failure));
        } else {
            log.debug("Events still wait in Kafka", failure);
        }
    }

    /** The root cause: Kafka's clients and Spring wrap what an operator wants to know. */
    static String causeOf(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    void stopped() {
        connected = false;
        metrics.lag(0);
    }

    boolean connected() {
        return connected;
    }

    boolean paused() {
        return paused;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    long lag() {
        return metrics.lag();
    }
}
