package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.outbox.Outbox;
import org.postroad.deliver.outbox.OutboxClaims;
import org.postroad.time.RehearsalMode;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkTopic;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sends due messages: claims them for this node, has the workers send them, and ends when none may be sent now. A crash
 * leaves some messages with unknown delivery status, and never sends one twice.
 */
@Component
@Order(ScheduledWork.MAIL)
@Conditional(RehearsalMode.Off.class)
public class OutboxDispatcher implements ScheduledWork {

    private final Outbox outbox;
    private final OutboxClaims claims;
    private final SendWorkers workers;
    private final DeliverSettings settings;
    private final Clock clock;
    private volatile boolean closing;

    OutboxDispatcher(Outbox outbox, OutboxClaims claims, SendWorkers workers, DeliverSettings settings, Clock clock) {
        this.outbox = outbox;
        this.claims = claims;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "post-office";
    }

    @Override
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.MAIL);
    }

    @Override
    public Optional<Instant> nextDue() {
        return outbox.nextDue();
    }

    @Override
    public int runDue() {
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
