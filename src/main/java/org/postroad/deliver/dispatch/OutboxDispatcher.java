package org.postroad.deliver.dispatch;

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

    OutboxDispatcher(Outbox outbox, DueMessageSender sender) {
        this.outbox = outbox;
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

    @Override
    public int runDue() {
        return sender.sendDue();
    }
}
