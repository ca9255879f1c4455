package org.postroad.journey.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.audience.AudienceMembers.Member;
import org.postroad.journey.entry.Admission;
import org.postroad.journey.entry.GlobalExits;
import org.postroad.journey.template.EntryRule;
import org.springframework.stereotype.Component;

/**
 * Follows who matches the audiences of journeys. What counts is the change: whoever begins to match enters, if they may
 * enter now; whoever ceases to leaves, if the journey says so. The caller holds the customers' shards.
 */
@Component
final class MembershipUpdater {

    private final JourneyEngine engine;
    private final AudienceMembers audienceMembers;
    private final Admission admission;
    private final GlobalExits globalExits;

    MembershipUpdater(
            JourneyEngine engine, AudienceMembers audienceMembers, Admission admission, GlobalExits globalExits) {
        this.engine = engine;
        this.audienceMembers = audienceMembers;
        this.admission = admission;
        this.globalExits = globalExits;
    }

    /** The journeys that people enter by matching. */
    List<Journey> audienceJourneys() {
        return engine.journeys().stream()
                .filter(journey -> !journey.suspended())
                .filter(journey -> journey.entry().filter(EntryRule::byAudience).isPresent())
                .toList();
    }

    /** Looks at these customers again, in the caller's transaction, and answers with the walks that have begun. */
    List<Enrolment> update(List<Journey> audiences, Collection<String> customerIds) {
        if (audiences.isEmpty() || customerIds.isEmpty()) {
            return List.of();
        }
        Set<Member> before = audienceMembers.of(customerIds);
        Changes changes = new Changes();
        engine.matches(audiences, customerIds)
                .forEach((journey, customers) -> customers.forEach(
                        (customer, matches) -> changes.add(new Member(customer, journey), before, matches)));
        audienceMembers.remove(changes.ceased);
        audienceMembers.add(changes.begun);
        leave(audiences, changes.ceased);
        return enter(audiences, changes.begun);
    }

    private void leave(List<Journey> audiences, List<Member> ceased) {
        Set<String> left = audiences.stream()
                .filter(journey -> journey.entry().filter(EntryRule::leaves).isPresent())
                .map(Journey::key)
                .collect(Collectors.toSet());
        List<Member> leaving = ceased.stream()
                .filter(member -> left.contains(member.journey()))
                .toList();
        if (!leaving.isEmpty()) {
            globalExits.end(audienceMembers.openEnrolments(leaving), EnrolmentEnded.LEFT_AUDIENCE);
        }
    }

    private List<Enrolment> enter(List<Journey> audiences, List<Member> begun) {
        Map<String, List<String>> entering = begun.stream()
                .collect(Collectors.groupingBy(
                        Member::journey, Collectors.mapping(Member::customerId, Collectors.toList())));
        return audiences.stream()
                .filter(journey -> entering.containsKey(journey.key()))
                .flatMap(journey -> admission.admit(journey, entering.getOrDefault(journey.key(), List.of())).stream())
                .toList();
    }

    /** Who matches now and did not, and the other way round. */
    private static final class Changes {

        private final List<Member> begun = new ArrayList<>();
        private final List<Member> ceased = new ArrayList<>();

        void add(Member member, Set<Member> before, boolean now) {
            if (now != before.contains(member)) {
                (now ? begun : ceased).add(member);
            }
        }
    }
}
