package org.postroad.journey.entry;

import org.postroad.journey.JourneyEngine;
import org.postroad.journey.audience.Membership;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets events move people: out of journeys, along in them, and into them. All of it happens in the transaction that
 * marks the events done; a conflict with a timer that fires at the same moment rolls it back, and it is tried again.
 */
@Component
@Order(30)
final class JourneyHandler implements EventHandler {

    private final Exits exits;
    private final JourneyEngine engine;
    private final Entries entries;
    private final Membership membership;
    private final Freshness freshness;

    JourneyHandler(Exits exits, JourneyEngine engine, Entries entries, Membership membership, Freshness freshness) {
        this.exits = exits;
        this.engine = engine;
        this.entries = entries;
        this.membership = membership;
        this.freshness = freshness;
    }

    @Override
    public void handle(List<Event> batch) {
        Turns.of(batch).forEach(this::act);
        membership.review(
                membership.audiences(),
                batch.stream()
                        .filter(freshness::of)
                        .map(Event::customerId)
                        .distinct()
                        .toList());
    }

    private void act(List<Event> turn) {
        exits.follow(turn);
        List<Event> fresh = turn.stream().filter(freshness::of).toList();
        if (!fresh.isEmpty()) {
            engine.deliver(fresh);
            entries.follow(fresh);
        }
    }
}
