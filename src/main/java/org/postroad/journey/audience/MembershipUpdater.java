package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.journey.AudienceMatches;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.audience.AudienceMembers.Member;
import org.postroad.journey.entry.Admission;
import org.postroad.journey.entry.GlobalExits;
import org.postroad.journey.template.EntryRule;
import org.postroad.time.TimeStep;
import org.springframework.stereotype.Component;

/**
 * Checks customers against the audiences of journeys and acts on changes: a customer who begins to match enters, if the
 * journey admits them now; one who no longer matches leaves, if the journey says so. The caller holds the customers'
 * shard locks.
 */
@Component
final class MembershipUpdater {

    /** Time alone changes a membership at the end of such a step, so that many customers are checked together. */
    private static final TimeStep STEP = new TimeStep(Duration.ofMinutes(10));

    private final JourneyEngine engine;
    private final AudienceMembers audienceMembers;
    private final Admission admission;
    private final GlobalExits globalExits;
    private final AudienceChecks checks;
    private final JourneySettings settings;
    private final Clock clock;

    MembershipUpdater(
            JourneyEngine engine,
            AudienceMembers audienceMembers,
            Admission admission,
            GlobalExits globalExits,
            AudienceChecks checks,
            JourneySettings settings,
            Clock clock) {
        this.engine = engine;
        this.audienceMembers = audienceMembers;
        this.admission = admission;
        this.globalExits = globalExits;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /** The running journeys that customers enter by matching an audience. */
    List<Journey> audienceJourneys() {
        return engine.audiences();
    }

    /** Checks these customers, in the caller's transaction. Returns the enrolments that began. */
    List<Enrolment> update(List<Journey> audiences, Collection<String> customerIds) {
        if (audiences.isEmpty() || customerIds.isEmpty()) {
            return List.of();
        }
        Set<Member> before = audienceMembers.of(customerIds);
        Changes changes = new Changes();
        AudienceMatches matches = engine.matches(audiences, customerIds);
        matches.byJourney()
                .forEach((journey, customers) -> customers.forEach(
                        (customer, matching) -> changes.add(new Member(customer, journey), before, matching)));
        checks.reschedule(nextChecks(matches));
        audienceMembers.remove(changes.left);
        audienceMembers.add(changes.joined);
        leave(audiences, changes.left);
        return enter(audiences, changes.joined);
    }

    /** A result that may change at any time, or could not be had, is looked at again after a while. */
    private Map<String, Instant> nextChecks(AudienceMatches matches) {
        Instant now = clock.instant();
        Instant later = now.plus(settings.audienceEvery());
        Map<String, Instant> next = new HashMap<>();
        matches.validUntil().forEach((customer, until) -> {
            boolean known = until.isAfter(now)
                    && matches.byJourney().values().stream().allMatch(results -> results.containsKey(customer));
            Instant due = known ? until : later;
            next.put(customer, due.equals(Instant.MAX) ? due : STEP.endOf(due));
        });
        return next;
    }

    private void leave(List<Journey> audiences, List<Member> left) {
        Set<String> exits = audiences.stream()
                .filter(journey -> journey.entry().filter(EntryRule::leaves).isPresent())
                .map(Journey::key)
                .collect(Collectors.toSet());
        List<Member> leaving =
                left.stream().filter(member -> exits.contains(member.journey())).toList();
        if (!leaving.isEmpty()) {
            globalExits.end(audienceMembers.openEnrolments(leaving), EnrolmentEnded.LEFT_AUDIENCE);
        }
    }

    private List<Enrolment> enter(List<Journey> audiences, List<Member> joined) {
        Map<String, List<String>> entering = joined.stream()
                .collect(Collectors.groupingBy(
                        Member::journey, Collectors.mapping(Member::customerId, Collectors.toList())));
        return audiences.stream()
                .filter(journey -> entering.containsKey(journey.key()))
                .flatMap(journey -> admission.admit(journey, entering.getOrDefault(journey.key(), List.of())).stream())
                .toList();
    }

    /** The members that joined and left. */
    private static final class Changes {

        private final List<Member> joined = new ArrayList<>();
        private final List<Member> left = new ArrayList<>();

        void add(Member member, Set<Member> before, boolean matches) {
            if (matches != before.contains(member)) {
                (matches ? joined : left).add(member);
            }
        }
    }
}
