package org.postroad.event.inbox;

import org.postroad.event.SetAside;
import org.postroad.event.store.Events;
import org.postroad.event.shard.Shards;
import org.postroad.event.EventHandler;
import org.postroad.event.store.Place;
import org.postroad.event.Event;
import java.util.List;
import java.util.Set;
import org.postroad.time.Bell;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox in PostgreSQL. One transaction takes events, lets every station act on them and takes them out. */
@Component
@Order(20)
class StoredInbox implements Inbox, SetAside {

    private final Events events;
    private final Shards shards;
    private final List<EventHandler> road;
    private final TransactionTemplate transaction;
    private final Bell bell;
    private final EventMeters meters;

    StoredInbox(
            Events events,
            Shards shards,
            List<EventHandler> road,
            PlatformTransactionManager transactions,
            Bell bell,
            EventMeters meters) {
        this.events = events;
        this.shards = shards;
        this.road = List.copyOf(road);
        this.transaction = new TransactionTemplate(transactions);
        this.bell = bell;
        this.meters = meters;
    }

    @Override
    public List<Place> waiting(int[] among, int atMost) {
        return events.waiting(among, atMost);
    }

    @Override
    public int act(List<Place> places) {
        return meters.batch(() -> {
            Integer acted = transaction.execute(status -> actOn(ours(places)));
            return acted == null ? 0 : acted;
        });
    }

    private List<Place> ours(List<Place> places) {
        Set<Integer> free = shards.take(places.stream().map(Place::shard).toList());
        return events.stillWaiting(
                places.stream().filter(place -> free.contains(place.shard())).toList());
    }

    private int actOn(List<Place> places) {
        if (!places.isEmpty()) {
            List<Event> batch = events.read(places);
            road.forEach(station -> station.handle(batch));
            events.remove(places);
        }
        return places.size();
    }

    @Override
    public long size() {
        return events.backlog();
    }

    @Override
    public void setAside(Place place, String reason) {
        events.setAside(place, reason);
        meters.setAside();
    }

    @Override
    public List<SetAsideEvent> latest(int atMost) {
        return events.setAside(atMost);
    }

    @Override
    public int tryAgain() {
        int waiting = events.takeBack();
        bell.ring();
        return waiting;
    }
}
