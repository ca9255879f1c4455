package org.postroad.journey.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentSummary;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.template.EntryRule;
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

    /** Starts all new enrolments in one engine command. */
    void enter(List<Event> events) {
        List<Enrolment> entrants = engine.journeys().stream()
                .filter(journey -> !journey.suspended())
                .flatMap(journey -> journey.entry().stream().flatMap(rule -> entrants(journey, rule, events)))
                .toList();
        if (!entrants.isEmpty()) {
            engine.start(enrolmentRegistrar.register(entrants));
        }
    }

    private Stream<Enrolment> entrants(Journey journey, EntryRule rule, List<Event> events) {
        List<Event> triggers =
                events.stream().filter(event -> event.is(rule.eventType())).toList();
        return triggers.isEmpty() ? Stream.empty() : admitted(journey, triggers);
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
