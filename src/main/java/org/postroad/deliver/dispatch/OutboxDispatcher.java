package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.outbox.Outbox;
import org.postroad.deliver.outbox.OutboxClaims;
import org.postroad.time.ScheduledWork;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Posts what is due: claims it for this node, lets the postmen carry it to the relay, and ends when nothing more may
 * leave now. A crash in between leaves messages whose fate is unknown, and never sends one twice.
 */
@Component
@Order(ScheduledWork.MAIL)
public class OutboxDispatcher implements ScheduledWork {

    private final Outbox outbox;
    private final OutboxClaims outboxClaims;
    private final SendWorkers sendWorkers;
    private final DeliverSettings settings;
    private final Clock clock;
    private volatile boolean closing;

    OutboxDispatcher(
            Outbox outbox, OutboxClaims outboxClaims, SendWorkers sendWorkers, DeliverSettings settings, Clock clock) {
        this.outbox = outbox;
        this.outboxClaims = outboxClaims;
        this.sendWorkers = sendWorkers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "post-office";
    }

    @Override
    public Optional<Instant> nextDue() {
        return outbox.nextDue();
    }

    @Override
    public int runDue() {
        SendRound sendRound = new SendRound(outboxClaims, settings, clock, () -> closing);
        sendWorkers.runAll(sendRound);
        return sendRound.close();
    }

    /** Told before anything else stops: what is being posted is finished, what is claimed is given back. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closing = true;
    }
}
