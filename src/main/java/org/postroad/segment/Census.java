package org.postroad.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postroad.predict.Reservoir;
import org.postroad.segment.SegmentMembers.Membership;
import org.postroad.segment.model.Behaviour;
import org.postroad.sql.DatabaseFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts customers in segments, counts them, and keeps a sample. One run's; not thread-safe. Memory: the sample of {@value #SAMPLE}
 * customers, some 4 MB.
 */
final class Census {

    private static final int SAMPLE = 20_000;
    private static final long SEED = 30;
    private static final Logger log = LoggerFactory.getLogger(Census.class);

    private final SegmentFit fit;
    private final List<NamedSegment> rules;
    private final Segments segments;
    private final Map<String, Long> counts = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Reservoir<Counted> sample = new Reservoir<>(SAMPLE, new SplittableRandom(SEED));

    Census(SegmentFit fit, List<NamedSegment> rules, Segments segments) {
        this.fit = fit;
        this.rules = rules;
        this.segments = segments;
    }

    private record Counted(Behaviour behaviour, Set<String> segments) {}

    /**
     * The memberships of some customers.
     *
     * @param before their memberships at the last run
     */
    List<Membership> count(Map<String, Behaviour> customers, Map<String, Set<String>> before) {
        Map<String, Set<String>> byRule = new HashMap<>();
        rules.forEach(rule -> byRule.put(rule.name(), membersAmong(customers.keySet(), rule)));
        List<Membership> memberships = new ArrayList<>();
        customers.forEach((id, behaviour) -> {
            Set<String> in = learned(behaviour, before.getOrDefault(id, Set.of()));
            byRule.forEach((rule, members) -> {
                if (members.contains(id)) {
                    in.add(rule);
                }
            });
            sample.offer(new Counted(behaviour, in));
            in.forEach(segment -> {
                counts.merge(segment, 1L, Long::sum);
                memberships.add(new Membership(id, segment));
            });
        });
        return memberships;
    }

    /** Whether nobody was counted. */
    boolean isEmpty() {
        return counts.isEmpty();
    }

    private Set<String> learned(Behaviour behaviour, Set<String> before) {
        Set<String> in = new HashSet<>();
        in.add(fit.cluster(
                behaviour,
                before.stream()
                        .filter(segment -> segment.startsWith(SegmentNames.CLUSTER))
                        .findFirst()));
        in.add(fit.rfm().nameOf(behaviour));
        return in;
    }

    /** One by one if the rule cannot be evaluated for some of them, who are left out. */
    private Set<String> membersAmong(Collection<String> ids, NamedSegment rule) {
        try {
            return segments.membersAmong(ids, rule);
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseFault.isIn(e)) {
                throw e; // nothing is wrong with the expression
            }
            warnOnce(rule, e);
            return ids.size() == 1
                    ? Set.of()
                    : ids.stream()
                            .flatMap(id -> membersAmong(List.of(id), rule).stream())
                            .collect(Collectors.toSet());
        }
    }

    private void warnOnce(NamedSegment rule, Throwable failure) {
        if (failed.add(rule.name())) {
            log.warn(
                    "The segment '{}', {}, cannot be evaluated for some customers, who are left out ({})",
                    rule.name(),
                    rule.expression(),
                    failure.getClass().getSimpleName()); // its message may have what is known of a customer
        }
    }

    long countOf(String segment) {
        return counts.getOrDefault(segment, 0L);
    }

    /** What marks a segment, by the sample. */
    String marksOf(String segment) {
        return Marks.of(sampled(in -> in.contains(segment)), sampled(in -> true));
    }

    /** Of the sample those who are in the segment. */
    List<Behaviour> members(String segment) {
        return sampled(in -> in.contains(segment));
    }

    /** Of the sample those who are not. */
    List<Behaviour> others(String segment) {
        return sampled(in -> !in.contains(segment));
    }

    private List<Behaviour> sampled(Predicate<Set<String>> condition) {
        return sample.sample().stream()
                .filter(each -> condition.test(each.segments()))
                .map(Counted::behaviour)
                .toList();
    }
}
