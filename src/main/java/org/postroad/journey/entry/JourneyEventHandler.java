package org.postroad.journey.entry;

import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.journey.JourneyEngine;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets events move people: out of journeys, along in them, and into them. All of it happens in the transaction that
 * marks the events done; a conflict with a timer that fires at the same moment rolls it back, and it is tried again.
 */
@Component
@Order(EventHandler.JOURNEY)
final class JourneyEventHandler implements EventHandler {

    private final GlobalExits globalExits;
    private final JourneyEngine engine;
    private final EventEntry eventEntry;
    private final EventAgeLimit eventAgeLimit;

    JourneyEventHandler(
            GlobalExits globalExits, JourneyEngine engine, EventEntry eventEntry, EventAgeLimit eventAgeLimit) {
        this.globalExits = globalExits;
        this.engine = engine;
        this.eventEntry = eventEntry;
        this.eventAgeLimit = eventAgeLimit;
    }

    @Override
    public void handle(List<Event> batch) {
        DistinctCustomerBatches.of(batch).forEach(this::act);
    }

    private void act(List<Event> turn) {
        globalExits.handle(turn);
        List<Event> fresh = turn.stream().filter(eventAgeLimit::allows).toList();
        if (!fresh.isEmpty()) {
            engine.correlate(fresh);
            eventEntry.enter(fresh);
        }
    }
}
