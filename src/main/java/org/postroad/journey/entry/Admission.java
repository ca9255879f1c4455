package org.postroad.journey.entry;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentSummary;
import org.postroad.journey.Enrolments;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.template.Reentry;
import org.springframework.stereotype.Component;

/** Who may enter a journey, and what their walk is to be: re-entry and holdout hold for everybody, however they come. */
@Component
public final class Admission {

    /** For a journey without an entry rule, which people enter at somebody's word only. */
    private static final EntryRule AT_ANY_TIME = new EntryRule("", "", "", false, new Reentry.Always(), 0);

    private final JourneyEngine engine;
    private final Enrolments enrolments;
    private final EnrolmentRegistrar enrolmentRegistrar;
    private final Holdout holdout;
    private final Clock clock;

    Admission(
            JourneyEngine engine,
            Enrolments enrolments,
            EnrolmentRegistrar enrolmentRegistrar,
            Holdout holdout,
            Clock clock) {
        this.engine = engine;
        this.enrolments = enrolments;
        this.enrolmentRegistrar = enrolmentRegistrar;
        this.holdout = holdout;
        this.clock = clock;
    }

    /** Those of the customers who may enter now, with how they stand to the journey; empty for who never was in it. */
    Map<String, Optional<EnrolmentSummary>> admissible(Journey journey, Collection<String> customerIds) {
        Map<String, EnrolmentSummary> standings = enrolments.summaries(journey.key(), customerIds);
        EntryRule rule = journey.entry().orElse(AT_ANY_TIME);
        return customerIds.stream()
                .distinct()
                .filter(id -> mayEnter(rule, standings.get(id)))
                .collect(Collectors.toMap(id -> id, id -> Optional.ofNullable(standings.get(id))));
    }

    private boolean mayEnter(EntryRule rule, @Nullable EnrolmentSummary enrolmentSummary) {
        return enrolmentSummary == null
                || (!enrolmentSummary.inside()
                        && rule.reentry().allows(enrolmentSummary.lastEntered(), clock.instant()));
    }

    /** The walks of those who enter by these events. */
    List<Enrolment> enrolmentsFor(
            Journey journey, Collection<Event> entering, Map<String, Optional<EnrolmentSummary>> standings) {
        Set<String> heldOut =
                heldOut(journey, entering.stream().map(Event::customerId).toList());
        return entering.stream()
                .map(event -> walk(journey, event.customerId(), standings, heldOut, event.id()))
                .toList();
    }

    /** Lets those in at once who may enter now, without an event. */
    public List<Enrolment> admit(Journey journey, Collection<String> customerIds) {
        Map<String, Optional<EnrolmentSummary>> standings = admissible(journey, customerIds);
        Set<String> heldOut = heldOut(journey, standings.keySet());
        List<Enrolment> signed = enrolmentRegistrar.register(standings.keySet().stream()
                .sorted()
                .map(id -> walk(journey, id, standings, heldOut, null))
                .toList());
        if (!signed.isEmpty()) {
            engine.start(signed);
        }
        return signed;
    }

    private Set<String> heldOut(Journey journey, Collection<String> customerIds) {
        return holdout.among(
                customerIds, journey.key(), journey.entry().orElse(AT_ANY_TIME).holdoutShare());
    }

    private Enrolment walk(
            Journey journey,
            String customerId,
            Map<String, Optional<EnrolmentSummary>> standings,
            Set<String> heldOut,
            @Nullable String trigger) {
        int runs = standings
                .getOrDefault(customerId, Optional.empty())
                .map(EnrolmentSummary::runs)
                .orElse(0);
        return Enrolment.begin(
                journey.key(), customerId, runs + 1, heldOut.contains(customerId), trigger, clock.instant());
    }
}
