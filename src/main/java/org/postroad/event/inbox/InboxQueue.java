package org.postroad.event.inbox;

import java.util.List;
import java.util.function.IntSupplier;
import org.postroad.event.DeadLetters;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.store.Events;
import org.postroad.event.store.InboxEntry;
import org.postroad.event.store.UpcomingEvents;
import org.postroad.sql.AfterCommit;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The inbox in PostgreSQL. One transaction hands events to the handlers and removes them from the inbox. All handlers have
 * handled an event before the customer's next one is handed to any.
 */
@Component
@Order(ShardedQueue.EVENTS)
class InboxQueue implements ShardedQueue<InboxEntry>, DeadLetters {

    private final Events events;
    private final UpcomingEvents upcoming;
    private final List<EventHandler> handlers;
    private final WorkSignal workSignal;
    private final InboxMetrics metrics;

    InboxQueue(
            Events events,
            UpcomingEvents upcoming,
            List<EventHandler> handlers,
            WorkSignal workSignal,
            InboxMetrics metrics) {
        this.events = events;
        this.upcoming = upcoming;
        this.handlers = List.copyOf(handlers);
        this.workSignal = workSignal;
        this.metrics = metrics;
    }

    @Override
    public WorkTopic topic() {
        return WorkTopic.EVENTS;
    }

    @Override
    public List<InboxEntry> waiting(int[] shards, int atMost) {
        return events.waiting(shards, atMost);
    }

    @Override
    public int runBatch(IntSupplier transaction) {
        return metrics.batch(transaction);
    }

    @Override
    public int process(List<InboxEntry> entries) {
        List<Event> batch = events.take(entries);
        upcoming.hide(batch, () -> DistinctCustomerBatches.of(batch).forEach(this::handle));
        return batch.size();
    }

    /** @param part at most one event of each customer */
    private void handle(List<Event> part) {
        upcoming.show(part);
        handlers.forEach(handler -> handler.handle(part));
    }

    @Override
    public void giveUp(InboxEntry entry, String reason) {
        events.markDeadLetter(entry, reason);
        AfterCommit.run(metrics::countDeadLetter);
    }

    @Override
    public List<DeadLetter> latest(int atMost) {
        return events.deadLetters(atMost);
    }

    @Override
    public int retryAll() {
        int waiting = events.retryDeadLetters();
        workSignal.signal(WorkTopic.EVENTS);
        return waiting;
    }
}
