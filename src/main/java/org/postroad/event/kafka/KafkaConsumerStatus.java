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

/** How the consumer of this node is: told by its thread, read by others. */
@Component
@ConditionalOnKafka
class KafkaConsumerStatus {

    private static final Logger log = LoggerFactory.getLogger(KafkaConsumerStatus.class);

    private final KafkaTopicMetrics meters;
    private volatile boolean connected;
    private volatile boolean crowded;
    private volatile @Nullable String problem;

    KafkaConsumerStatus(KafkaTopicMetrics meters) {
        this.meters = meters;
    }

    void update(Map<MetricName, ? extends Metric> metrics, long lag) {
        meters.lag(lag);
        connected = metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Number count && count.intValue() > 0);
    }

    /** Whether reading rests, since too many events wait to be acted on. */
    void paused(boolean tooManyWait) {
        crowded = tooManyWait;
    }

    void recovered() {
        if (problem != null) {
            log.info("Events from Kafka are taken in again");
            problem = null;
        }
    }

    void failing(RuntimeException failure, Duration rest) {
        String before = problem;
        problem = causeOf(failure);
        if (before == null) {
            log.warn(
                    "Events wait in Kafka, since they cannot be taken in; tried again in {} ms, then less often: {}",
                    rest.toMillis(),
                    causeOf(failure));
        } else {
            log.debug("Events still wait in Kafka", failure);
        }
    }

    /** Kafka's clients and Spring wrap what an operator wants to know. */
    static String causeOf(RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    void stopped() {
        connected = false;
        meters.lag(0);
    }

    boolean connected() {
        return connected;
    }

    boolean paused() {
        return crowded;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    long lag() {
        return meters.lag();
    }
}
