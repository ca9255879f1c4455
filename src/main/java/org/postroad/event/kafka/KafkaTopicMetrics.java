package org.postroad.event.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts records read and outcomes published, and measures the lag of this node: {@code postroad.kafka.*}. */
@Component
@ConditionalOnKafka
class KafkaTopicMetrics {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter duplicates;
    private final Counter rejected;
    private final Counter outcomes;
    private volatile long lag;

    KafkaTopicMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = records(registry, "accepted");
        this.duplicates = records(registry, "duplicate");
        this.rejected = records(registry, "rejected");
        this.outcomes = Counter.builder("postroad.kafka.outcomes")
                .description("Postroad's own events that Kafka has acknowledged")
                .register(registry);
        Gauge.builder("postroad.kafka.lag", this, metrics -> metrics.lag)
                .description("Records in this node's partitions that it has not read yet")
                .register(registry);
    }

    private static Counter records(MeterRegistry registry, String result) {
        return Counter.builder("postroad.kafka.records")
                .description("Records that were read, by what became of them")
                .tag("result", result)
                .register(registry);
    }

    void countRecords(int newOnes, int known, int refused) {
        accepted.increment(newOnes);
        duplicates.increment(known);
        rejected.increment(refused);
    }

    void registerPendingGauge(PendingOutcomes pending) {
        Gauge.builder("postroad.kafka.outcomes.waiting", pending, KafkaTopicMetrics::size)
                .description("Postroad's own events that Kafka has not acknowledged yet, of all nodes")
                .register(registry);
    }

    private static double size(PendingOutcomes pending) {
        return pending.size().map(Long::doubleValue).orElse(Double.NaN);
    }

    void countOutcomes(int events) {
        outcomes.increment(events);
    }

    void lag(long records) {
        lag = records;
    }

    long lag() {
        return lag;
    }
}
