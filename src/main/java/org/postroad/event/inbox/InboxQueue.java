package org.postroad.event.inbox;

import java.util.List;
import java.util.Set;
import org.postroad.event.DeadLetters;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.event.shard.Shards;
import org.postroad.event.store.Events;
import org.postroad.event.store.InboxEntry;
import org.postroad.time.WorkSignal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox in PostgreSQL. One transaction takes events, lets every station act on them and takes them out. */
@Component
@Order(20)
class InboxQueue implements Inbox, DeadLetters {

    private final Events events;
    private final Shards shards;
    private final List<EventHandler> road;
    private final TransactionTemplate transaction;
    private final WorkSignal workSignal;
    private final InboxMetrics meters;

    InboxQueue(
            Events events,
            Shards shards,
            List<EventHandler> road,
            PlatformTransactionManager transactions,
            WorkSignal workSignal,
            InboxMetrics meters) {
        this.events = events;
        this.shards = shards;
        this.road = List.copyOf(road);
        this.transaction = new TransactionTemplate(transactions);
        this.workSignal = workSignal;
        this.meters = meters;
    }

    @Override
    public List<InboxEntry> waiting(int[] among, int atMost) {
        return events.waiting(among, atMost);
    }

    @Override
    public int process(List<InboxEntry> places) {
        return meters.batch(() -> {
            Integer acted = transaction.execute(status -> processEntries(lockedEntries(places)));
            return acted == null ? 0 : acted;
        });
    }

    private List<InboxEntry> lockedEntries(List<InboxEntry> places) {
        Set<Integer> free =
                shards.tryLock(places.stream().map(InboxEntry::shard).toList());
        return events.stillWaiting(places.stream()
                .filter(inboxEntry -> free.contains(inboxEntry.shard()))
                .toList());
    }

    private int processEntries(List<InboxEntry> places) {
        if (!places.isEmpty()) {
            List<Event> batch = events.read(places);
            road.forEach(station -> station.handle(batch));
            events.remove(places);
        }
        return places.size();
    }

    @Override
    public long size() {
        return events.countWaiting();
    }

    @Override
    public void giveUp(InboxEntry inboxEntry, String reason) {
        events.setAside(inboxEntry, reason);
        meters.countDeadLetter();
    }

    @Override
    public List<DeadLetter> latest(int atMost) {
        return events.setAside(atMost);
    }

    @Override
    public int retryAll() {
        int waiting = events.retryDeadLetters();
        workSignal.signal();
        return waiting;
    }
}
