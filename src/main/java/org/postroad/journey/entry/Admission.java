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
import org.postroad.time.Ids;
import org.springframework.stereotype.Component;

/** Decides who may enter a journey and who is held out. The re-entry rule and the holdout hold for every way of entry. */
@Component
public final class Admission {

    /** The rule of a journey without an entry rule of its own. */
    private static final EntryRule DEFAULT_RULE = new EntryRule("", "", "", false, new Reentry.Always(), 0);

    private final JourneyEngine engine;
    private final Enrolments enrolments;
    private final EnrolmentRegistrar enrolmentRegistrar;
    private final Holdout holdout;
    private final Clock clock;
    private final Ids ids;

    Admission(
            JourneyEngine engine,
            Enrolments enrolments,
            EnrolmentRegistrar enrolmentRegistrar,
            Holdout holdout,
            Clock clock,
            Ids ids) {
        this.engine = engine;
        this.enrolments = enrolments;
        this.enrolmentRegistrar = enrolmentRegistrar;
        this.holdout = holdout;
        this.clock = clock;
        this.ids = ids;
    }

    /** The customers who may enter now, with their earlier enrolments; empty for a first entry. */
    Map<String, Optional<EnrolmentSummary>> admissible(Journey journey, Collection<String> customerIds) {
        Map<String, EnrolmentSummary> summaries = enrolments.summaries(journey.key(), customerIds);
        EntryRule rule = journey.entry().orElse(DEFAULT_RULE);
        return customerIds.stream()
                .distinct()
                .filter(id -> mayEnter(rule, summaries.get(id)))
                .collect(Collectors.toMap(id -> id, id -> Optional.ofNullable(summaries.get(id))));
    }

    private boolean mayEnter(EntryRule rule, @Nullable EnrolmentSummary earlier) {
        return earlier == null || (!earlier.inside() && rule.reentry().allows(earlier.lastEntered(), clock.instant()));
    }

    /**
     * New enrolments for the customers of these events, not stored yet.
     *
     * @param admissible as {@link #admissible} returned it
     */
    List<Enrolment> enrolmentsFor(
            Journey journey, Collection<Event> entering, Map<String, Optional<EnrolmentSummary>> admissible) {
        Set<String> heldOut =
                heldOut(journey, entering.stream().map(Event::customerId).toList());
        return entering.stream()
                .map(event -> enrolment(journey, event.customerId(), admissible, heldOut, event.id()))
                .toList();
    }

    /** Enrols those of the customers who may enter now, without an event. Returns the enrolments that began. */
    public List<Enrolment> admit(Journey journey, Collection<String> customerIds) {
        Map<String, Optional<EnrolmentSummary>> admissible = admissible(journey, customerIds);
        Set<String> heldOut = heldOut(journey, admissible.keySet());
        List<Enrolment> begun = enrolmentRegistrar.register(admissible.keySet().stream()
                .sorted()
                .map(id -> enrolment(journey, id, admissible, heldOut, null))
                .toList());
        if (!begun.isEmpty()) {
            engine.start(begun);
        }
        return begun;
    }

    private Set<String> heldOut(Journey journey, Collection<String> customerIds) {
        return holdout.among(
                customerIds, journey.key(), journey.entry().orElse(DEFAULT_RULE).holdoutShare());
    }

    private Enrolment enrolment(
            Journey journey,
            String customerId,
            Map<String, Optional<EnrolmentSummary>> admissible,
            Set<String> heldOut,
            @Nullable String trigger) {
        int runs = admissible
                .getOrDefault(customerId, Optional.empty())
                .map(EnrolmentSummary::runs)
                .orElse(0);
        return Enrolment.begin(
                ids.next(),
                journey.key(),
                customerId,
                runs + 1,
                heldOut.contains(customerId),
                trigger,
                clock.instant());
    }
}
