package org.postroad.deliver.dispatch;

import java.time.Clock;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.outbox.OutboxClaims;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Claims messages for this node and has the workers send them, until none may be sent now. A crash leaves some messages with
 * unknown delivery status, and never sends one twice.
 */
@Component
@Conditional(RehearsalMode.Off.class)
public class ConcurrentSender implements DueMessageSender {

    private final OutboxClaims claims;
    private final SendWorkers workers;
    private final DeliverSettings settings;
    private final Clock clock;
    private volatile boolean closing;

    ConcurrentSender(OutboxClaims claims, SendWorkers workers, DeliverSettings settings, Clock clock) {
        this.claims = claims;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int sendDue() {
        SendRound round = new SendRound(claims, settings, clock, () -> closing);
        workers.runAll(round);
        return round.close();
    }

    /** Runs before any bean stops: attempts that have begun are finished, claims are released. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closing = true;
    }
}
