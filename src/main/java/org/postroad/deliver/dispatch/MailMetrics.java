package org.postroad.deliver.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.postroad.deliver.outbox.AttemptOutcome;
import org.springframework.stereotype.Component;

/** Metrics of sending: {@code postroad.mail.outcomes} and {@code postroad.mail.lateness}. */
@Component
class MailMetrics {

    private final Counter sent;
    private final Counter deferred;
    private final Counter failed;
    private final Counter unknown;
    private final Timer lateness;

    MailMetrics(MeterRegistry meters) {
        this.sent = outcome("sent", meters);
        this.deferred = outcome("deferred", meters);
        this.failed = outcome("failed", meters);
        this.unknown = outcome("unknown", meters);
        this.lateness = Timer.builder("postroad.mail.lateness")
                .description("From the moment a mail was due to the relay's 250")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters);
    }

    private static Counter outcome(String name, MeterRegistry meters) {
        return Counter.builder("postroad.mail.outcomes")
                .description("Attempts to send a mail, by outcome")
                .tag("outcome", name)
                .register(meters);
    }

    void count(AttemptOutcome outcome) {
        counter(outcome).increment();
        if (outcome.sentAt() != null) {
            lateness.record(Duration.between(outcome.message().dueAt(), outcome.sentAt()));
        }
    }

    private Counter counter(AttemptOutcome outcome) {
        return switch (outcome.state()) {
            case SENT -> sent;
            case DEFERRED -> deferred;
            case FAILED -> failed;
            default -> unknown;
        };
    }
}
