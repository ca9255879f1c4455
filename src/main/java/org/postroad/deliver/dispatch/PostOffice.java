package org.postroad.deliver.dispatch;

import org.postroad.deliver.outbox.Outbox;
import org.postroad.deliver.outbox.Claims;
import org.postroad.deliver.DeliverSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
@Order(40)
public class PostOffice implements ScheduledWork {

    private final Outbox outbox;
    private final Claims claims;
    private final Postmen postmen;
    private final DeliverSettings settings;
    private final Clock clock;
    private volatile boolean closing;

    PostOffice(Outbox outbox, Claims claims, Postmen postmen, DeliverSettings settings, Clock clock) {
        this.outbox = outbox;
        this.claims = claims;
        this.postmen = postmen;
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
        Round round = new Round(claims, settings, clock, () -> closing);
        postmen.walk(round);
        return round.close();
    }

    /** Told before anything else stops: what is being posted is finished, what is claimed is given back. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closing = true;
    }
}
