package org.postroad.journey;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.springframework.stereotype.Component;

/** Lets customers into journeys whose entry rule they satisfy. */
@Component
final class Entries {

    private final JourneyEngine engine;
    private final Enrolments enrolments;
    private final Register register;
    private final Holdout holdout;
    private final Clock clock;

    Entries(JourneyEngine engine, Enrolments enrolments, Register register, Holdout holdout, Clock clock) {
        this.engine = engine;
        this.enrolments = enrolments;
        this.register = register;
        this.holdout = holdout;
        this.clock = clock;
    }

    /** All who enter by these events enter together, in one command of the engine. */
    void follow(List<Event> events) {
        List<Enrolment> entrants = engine.journeys().stream()
                .filter(journey -> !journey.suspended())
                .flatMap(journey -> journey.entry().stream().flatMap(rule -> entrants(journey, rule, events)))
                .toList();
        if (!entrants.isEmpty()) {
            engine.start(register.sign(entrants));
        }
    }

    private Stream<Enrolment> entrants(Journey journey, EntryRule rule, List<Event> events) {
        List<Event> knocking =
                events.stream().filter(event -> event.is(rule.eventType())).toList();
        return knocking.isEmpty() ? Stream.empty() : admitted(journey, rule, knocking);
    }

    private Stream<Enrolment> admitted(Journey journey, EntryRule rule, List<Event> knocking) {
        Map<String, Standing> standings = enrolments.standings(journey.key(), customersOf(knocking));
        Map<String, Event> entering = entering(journey, rule, knocking, standings);
        Set<String> heldOut = holdout.among(entering.keySet(), journey.key(), rule.holdoutShare());
        return entering.values().stream()
                .map(event -> enrolment(
                        journey, event, standings.get(event.customerId()), heldOut.contains(event.customerId())));
    }

    /** The first event that opens the door, by customer; nobody enters twice by one batch. */
    private Map<String, Event> entering(
            Journey journey, EntryRule rule, List<Event> knocking, Map<String, Standing> standings) {
        Map<String, Event> entering = new LinkedHashMap<>();
        for (Event event : knocking) {
            String customer = event.customerId();
            if (!entering.containsKey(customer)
                    && mayEnter(rule, standings.get(customer))
                    && engine.admits(journey, event)) {
                entering.put(customer, event);
            }
        }
        return entering;
    }

    private static Set<String> customersOf(Collection<Event> events) {
        return events.stream().map(Event::customerId).collect(Collectors.toSet());
    }

    private boolean mayEnter(EntryRule rule, @Nullable Standing standing) {
        return standing == null
                || (!standing.inside() && rule.reentry().allows(standing.lastEntered(), clock.instant()));
    }

    private Enrolment enrolment(Journey journey, Event event, @Nullable Standing standing, boolean heldOut) {
        return Enrolment.begun(
                journey.key(),
                event.customerId(),
                standing == null ? 1 : standing.runs() + 1,
                heldOut,
                event.id(),
                clock.instant());
    }
}
