package org.postroad.event.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.postroad.time.TimedWork;
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
@Order(90)
class Departures implements TimedWork {

    private static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final UntoldOutcomes outcomes;
    private final AcknowledgedSending sending;
    private final String topic;
    private final ObjectMapper json;
    private final KafkaMeters meters;
    private final Patience patience = new Patience();
    private volatile @Nullable String problem;

    Departures(
            UntoldOutcomes outcomes,
            KafkaClients clients,
            KafkaSettings settings,
            ObjectMapper json,
            KafkaMeters meters) {
        this.outcomes = outcomes;
        this.sending = new AcknowledgedSending(clients::producer);
        this.topic = settings.topics().outcomes();
        this.json = json;
        this.meters = meters;
        meters.watch(outcomes);
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
        return patience.isOver() ? tell() : 0;
    }

    /** Kafka that is away holds nobody up, and least of all time that is moved by hand. */
    private int tell() {
        try {
            int told = outcomes.handOver(BATCH, this::send);
            meters.told(told);
            patience.succeeded();
            problem = null;
            return told;
        } catch (KafkaException e) {
            note(e);
            return 0;
        }
    }

    private void send(List<Outcome> next) {
        sending.send(next.stream().map(each -> each.to(topic, json)).toList());
    }

    private void note(KafkaException failure) {
        long rest = patience.failed().toMillis();
        String cause = KafkaCondition.causeOf(failure);
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
