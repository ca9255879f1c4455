package org.postroad.journey.entry;

import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.journey.JourneyEngine;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets events end enrolments, move them on, and begin them, in that order and in the transaction that marks the events
 * as processed. A conflict with a timer that fires at the same moment rolls it back, and the batch is retried.
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
        globalExits.handle(batch);
        List<Event> recent = batch.stream().filter(eventAgeLimit::allows).toList();
        if (!recent.isEmpty()) {
            engine.correlate(recent);
            eventEntry.enter(recent);
        }
    }
}
