package org.postroad.journey.audience;

import org.postroad.journey.JourneyEngine;
import org.postroad.journey.vocabulary.Vocabulary;
import org.postroad.journey.entry.Admission;
import org.postroad.journey.Enrolments;
import org.postroad.journey.entry.Exits;
import org.postroad.journey.Journey;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.Enrolment;
import org.postroad.journey.vocabulary.Words;
import org.postroad.journey.WalkEnded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.journey.audience.Members.Member;
import org.springframework.stereotype.Component;

/**
 * Follows who matches the audiences of journeys. What counts is the change: whoever begins to match enters, if they may
 * enter now; whoever ceases to leaves, if the journey says so. The caller holds the customers' shards.
 */
@Component
public class Membership {

    private final JourneyEngine engine;
    private final Vocabulary vocabulary;
    private final Members members;
    private final Admission admission;
    private final Enrolments enrolments;
    private final Exits exits;

    Membership(
            JourneyEngine engine,
            Vocabulary vocabulary,
            Members members,
            Admission admission,
            Enrolments enrolments,
            Exits exits) {
        this.engine = engine;
        this.vocabulary = vocabulary;
        this.members = members;
        this.admission = admission;
        this.enrolments = enrolments;
        this.exits = exits;
    }

    /** The journeys that people enter by matching. */
    public List<Journey> audiences() {
        return engine.journeys().stream()
                .filter(journey -> !journey.suspended())
                .filter(journey -> journey.entry().filter(EntryRule::byAudience).isPresent())
                .toList();
    }

    /** Looks at these customers again, in the caller's transaction, and answers with the walks that have begun. */
    public List<Enrolment> review(List<Journey> audiences, Collection<String> customerIds) {
        if (audiences.isEmpty() || customerIds.isEmpty()) {
            return List.of();
        }
        Map<String, Words> words = vocabulary.inASegment(customerIds);
        Set<Member> before = members.of(customerIds);
        Changes changes = new Changes();
        audiences.forEach(journey -> words.forEach((customer, said) -> engine.matches(journey, said)
                .ifPresent(now -> changes.add(new Member(customer, journey.key()), before, now))));
        members.end(changes.ceased);
        members.begin(changes.begun);
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
            exits.end(enrolments.openOf(leaving), WalkEnded.LEFT_AUDIENCE);
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
