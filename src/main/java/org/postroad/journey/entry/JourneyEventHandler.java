package org.postroad.journey.entry;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.journey.Enrolments;
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
    private final Enrolments enrolments;
    private final EventEntry eventEntry;
    private final EventAgeLimit eventAgeLimit;

    JourneyEventHandler(
            GlobalExits globalExits,
            JourneyEngine engine,
            Enrolments enrolments,
            EventEntry eventEntry,
            EventAgeLimit eventAgeLimit) {
        this.globalExits = globalExits;
        this.engine = engine;
        this.enrolments = enrolments;
        this.eventEntry = eventEntry;
        this.eventAgeLimit = eventAgeLimit;
    }

    @Override
    public void handle(List<Event> batch) {
        globalExits.handle(batch);
        List<Event> recent = batch.stream().filter(eventAgeLimit::allows).toList();
        if (!recent.isEmpty()) {
            List<Event> heard = withoutOutsiders(recent);
            if (!heard.isEmpty()) {
                engine.correlate(heard);
            }
            eventEntry.enter(recent);
        }
    }

    /**
     * Whoever is in no journey waits for nothing. That is looked up for an event that may begin an enrolment, which needs it
     * in any case, and for one that no step waits for at present: only an enrolment between two steps keeps it, for a version
     * to come.
     */
    private List<Event> withoutOutsiders(List<Event> events) {
        Set<String> lookedUp = events.stream()
                .filter(event -> !engine.awaits(event.type())
                        || !engine.enteredBy(event.type()).isEmpty())
                .map(Event::customerId)
                .collect(Collectors.toSet());
        Set<String> inside = enrolments.inside(lookedUp);
        return events.stream()
                .filter(event -> !lookedUp.contains(event.customerId()) || inside.contains(event.customerId()))
                .toList();
    }
}
