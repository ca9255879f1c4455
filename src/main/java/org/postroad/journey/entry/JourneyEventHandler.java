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
            engine.correlate(withoutNewcomers(recent));
            eventEntry.enter(recent);
        }
    }

    /** Whose event may begin an enrolment is looked up in any case, and whoever is in no journey waits for nothing. */
    private List<Event> withoutNewcomers(List<Event> events) {
        Set<String> entering = events.stream()
                .filter(event -> !engine.enteredBy(event.type()).isEmpty())
                .map(Event::customerId)
                .collect(Collectors.toSet());
        Set<String> inside = enrolments.inside(entering);
        return events.stream()
                .filter(event -> !entering.contains(event.customerId()) || inside.contains(event.customerId()))
                .toList();
    }
}
