package org.postroad.deliver.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroad.deliver.smtp.Relay;
import org.postroad.time.ScheduledWork;
import org.springframework.stereotype.Component;

/**
 * Gauges of the outbox: {@code postroad.mail.queue}, {@code postroad.mail.unknown} and {@code postroad.mail.connections}.
 * Counting reads the whole queue, so it happens twice a minute, by the system's clock.
 */
@Component
public class QueueGauges implements ScheduledWork {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(30);
    private static final int NAMED_DOMAINS = 20;

    private final Outbox outbox;
    private final MultiGauge queue;
    private volatile long unknown;
    private long countedAt = System.nanoTime() - COUNT_EVERY.toNanos();

    public QueueGauges(Outbox outbox, Relay relay, MeterRegistry meters) {
        this.outbox = outbox;
        this.queue = MultiGauge.builder("postroad.mail.queue")
                .description("Mails that wait to be sent, by domain of the recipient: the " + NAMED_DOMAINS
                        + " longest queues, and the others together; the same on every node")
                .register(meters);
        Gauge.builder("postroad.mail.unknown", () -> unknown)
                .description("Mails in state ATTEMPTING: being sent at this moment, or of unknown delivery status")
                .register(meters);
        Gauge.builder("postroad.mail.connections", relay, Relay::inUse)
                .description("Connections to the relay over which this node is sending")
                .register(meters);
    }

    @Override
    public String name() {
        return "mail-gauges";
    }

    @Override
    public boolean isDue(Instant now) { // by the system's clock
        return System.nanoTime() - countedAt >= COUNT_EVERY.toNanos();
    }

    /** Never: a clock that is advanced by hand need not stop here. */
    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public int runDue() {
        if (System.nanoTime() - countedAt >= COUNT_EVERY.toNanos()) {
            countedAt = System.nanoTime();
            count();
        }
        return 0;
    }

    public void count() {
        List<MultiGauge.Row<Number>> rows = outbox.queueSizes(NAMED_DOMAINS).stream()
                .map(each -> MultiGauge.Row.of(Tags.of("domain", each.domain()), each.waiting()))
                .toList();
        queue.register(rows, true);
        unknown = outbox.countUnknown();
    }
}
