package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.postroad.deliver.outbox.Outbox;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkTopic;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has messages sent when they fall due. */
@Component
@Order(ScheduledWork.MAIL)
public class OutboxDispatcher implements ScheduledWork {

    private final Outbox outbox;
    private final DueMessageSender sender;
    private final Clock clock;

    OutboxDispatcher(Outbox outbox, DueMessageSender sender, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
        this.sender = sender;
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

    /** A look that finds nothing costs one query. */
    @Override
    public int runDue() {
        return isDue(clock.instant()) ? sender.sendDue() : 0;
    }
}
