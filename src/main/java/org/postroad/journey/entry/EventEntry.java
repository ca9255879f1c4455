package org.postroad.journey.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentSummary;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.springframework.stereotype.Component;

/** Enrols customers in the journeys whose entry rule their events satisfy. */
@Component
final class EventEntry {

    private final JourneyEngine engine;
    private final Admission admission;
    private final EnrolmentRegistrar enrolmentRegistrar;

    EventEntry(JourneyEngine engine, Admission admission, EnrolmentRegistrar enrolmentRegistrar) {
        this.engine = engine;
        this.admission = admission;
        this.enrolmentRegistrar = enrolmentRegistrar;
    }

    /** Starts all new enrolments in one engine command. No query if no journey begins with any of the events. */
    void enter(List<Event> events) {
        Map<Journey, List<Event>> triggers = triggers(events);
        if (!triggers.isEmpty()) {
            List<Enrolment> entrants = triggers.entrySet().stream()
                    .flatMap(each -> admitted(each.getKey(), each.getValue()))
                    .toList();
            if (!entrants.isEmpty()) {
                engine.start(enrolmentRegistrar.register(entrants));
            }
        }
    }

    /** The events that may begin an enrolment, by journey in the order of keys. */
    private Map<Journey, List<Event>> triggers(List<Event> events) {
        Map<Journey, List<Event>> triggers = new TreeMap<>(Comparator.comparing(Journey::key));
        events.forEach(event -> engine.enteredBy(event.type())
                .forEach(journey -> triggers.computeIfAbsent(journey, first -> new ArrayList<>())
                        .add(event)));
        return triggers;
    }

    /** Each customer enters at most once, by the first event that satisfies the condition. */
    private Stream<Enrolment> admitted(Journey journey, List<Event> triggers) {
        Map<String, Optional<EnrolmentSummary>> admissible = admission.admissible(
                journey, triggers.stream().map(Event::customerId).toList());
        Map<String, Event> entering = new LinkedHashMap<>();
        for (Event event : triggers) {
            String customer = event.customerId();
            if (admissible.containsKey(customer) && !entering.containsKey(customer) && engine.admits(journey, event)) {
                entering.put(customer, event);
            }
        }
        return admission.enrolmentsFor(journey, entering.values(), admissible).stream();
    }
}
