package org.postroad.event.inbox;

import org.postroad.event.EventBacklog;
import org.postroad.event.shard.ShardedQueueProcessor;
import org.postroad.event.store.Events;
import org.springframework.stereotype.Component;

/** The inbox, processed together with the other sharded queues while the caller waits. */
@Component
class InboxBacklog implements EventBacklog {

    private final ShardedQueueProcessor processor;
    private final Events events;

    InboxBacklog(ShardedQueueProcessor processor, Events events) {
        this.processor = processor;
        this.events = events;
    }

    @Override
    public int drain() {
        int processed = 0;
        for (int more = processor.runDue(); more > 0; more = processor.runDue()) {
            processed += more;
        }
        return processed;
    }

    @Override
    public long size() {
        return events.countWaiting();
    }
}
