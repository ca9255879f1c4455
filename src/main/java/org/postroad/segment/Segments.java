package org.postroad.segment;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroad.customer.profile.Profiles;
import org.postroad.model.ModelSwitch;
import org.postroad.segment.GivenSegments.Given;
import org.postroad.segment.model.Behaviour;
import org.postroad.time.RehearsalMode.ClockReset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which segments a customer is in now. Behaviour and rules are judged as the profile is at this moment; what is learned from all
 * customers (centres, quintiles, who is like others) is that of the latest run.
 */
@Component
public class Segments {

    /** Segments whose expressions are being evaluated; one that asks for itself has no members. */
    private static final ThreadLocal<Set<String>> ASKED = ThreadLocal.withInitial(HashSet::new);

    private final NamedSegments named;
    private final SegmentFits fits;
    private final SegmentMembers members;
    private final Profiles profiles;
    private final ObjectProvider<SegmentExpressions> expressions;
    private final ModelSwitch modelSwitch;
    private final GivenSegments given;
    private final Clock clock;

    Segments(
            NamedSegments named,
            SegmentFits fits,
            SegmentMembers members,
            Profiles profiles,
            ObjectProvider<SegmentExpressions> expressions, // they need this bean as well
            ModelSwitch modelSwitch,
            GivenSegments given,
            Clock clock) {
        this.named = named;
        this.fits = fits;
        this.members = members;
        this.profiles = profiles;
        this.expressions = expressions;
        this.modelSwitch = modelSwitch;
        this.given = given;
        this.clock = clock;
    }

    /**
     * The label of the cluster whose customers behave like this one, such as {@code behaviour-2}; {@code all} before anything was learned, or
     * if there is nothing to tell apart or people have stopped the model; {@code prospects} for who bought nothing.
     */
    public String of(String customerId) {
        return given.of(customerId).flatMap(Given::label).orElseGet(() -> learnedLabel(customerId));
    }

    private String learnedLabel(String customerId) {
        Optional<String> last = memberships(customerId).stream()
                .filter(segment -> segment.startsWith(SegmentNames.CLUSTER))
                .findFirst();
        SegmentFit fit = modelSwitch.isStopped(ClusterModelReport.NAME) ? SegmentFit.EMPTY : fit();
        return fit.cluster(behaviour(customerId), last);
    }

    /** Whether the customer is in a segment: one that people defined, an RFM name, or a cluster. False if there is no such segment. */
    public boolean contains(String name, String customerId) {
        Optional<Given> says = given.of(customerId);
        if (says.isPresent() && says.get().in().contains(name)) {
            return true;
        }
        return named.find(name)
                .map(segment -> !membersAmong(List.of(customerId), segment).isEmpty())
                .orElseGet(() -> says.isEmpty() && isInLearned(name, customerId));
    }

    private boolean isInLearned(String name, String customerId) {
        return SegmentNames.isLabel(name)
                ? of(customerId).equals(name)
                : fit().rfm().nameOf(behaviour(customerId)).equals(name);
    }

    /** Whether the customer was, at the latest run, among the tenth of others who are most like the members of a named segment. */
    public boolean isLike(String name, String customerId) {
        Optional<Given> says = given.of(customerId);
        return says.isPresent() && says.get().like().contains(name)
                || !modelSwitch.isStopped(ClusterModelReport.NAME)
                        && memberships(customerId).contains(SegmentNames.like(name));
    }

    @EventListener(ClockReset.class)
    void forget() {
        named.expire();
        fits.expire();
    }

    /**
     * Those of the customers who meet the rule of a segment now.
     *
     * @throws RuntimeException if it cannot be evaluated for one of them
     */
    Set<String> membersAmong(Collection<String> customerIds, NamedSegment segment) {
        Set<String> asked = ASKED.get();
        if (!asked.add(segment.name())) {
            return Set.of();
        }
        try {
            return expressions.getObject().membersAmong(customerIds, segment.expression());
        } finally {
            asked.remove(segment.name());
        }
    }

    private Set<String> memberships(String customerId) {
        return members.of(List.of(customerId)).getOrDefault(customerId, Set.of());
    }

    private SegmentFit fit() {
        return fits.latest().orElse(SegmentFit.EMPTY);
    }

    private Behaviour behaviour(String customerId) {
        return Behaviours.of(profiles.of(customerId), clock.instant());
    }
}
