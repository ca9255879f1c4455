package org.postroad.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.postroad.segment.model.Clusters;
import org.postroad.segment.model.Rfm;

/** Finds segments in an expression that do not exist, or that lead back to it. */
final class SegmentCheck {

    private static final Pattern NAMED = Pattern.compile("\\.(?:in|like)\\s*\\(\\s*['\"]([^'\"]*)['\"]");

    private final NamedSegments named;

    SegmentCheck(NamedSegments named) {
        this.named = named;
    }

    /** The faults of an expression for a segment of this name, a sentence each. */
    List<String> faultsIn(String name, String expression) {
        return namesIn(expression).stream()
                .flatMap(other -> {
                    if (leadsTo(name, other, new HashSet<>())) {
                        return List.of("The segment '" + name + "' would ask for itself, by way of '" + other + "'.")
                                .stream();
                    }
                    return exists(other)
                            ? List.<String>of().stream()
                            : List.of("There is no segment '" + other + "'.").stream();
                })
                .toList();
    }

    private boolean exists(String name) {
        return named.find(name).isPresent()
                || Rfm.meanings().containsKey(name)
                || name.equals(Clusters.ALL)
                || name.startsWith(SegmentNames.CLUSTER);
    }

    private boolean leadsTo(String name, String from, Set<String> seen) {
        return from.equals(name)
                || seen.add(from)
                        && named.find(from).stream()
                                .flatMap(segment -> namesIn(segment.expression()).stream())
                                .anyMatch(next -> leadsTo(name, next, seen));
    }

    private static List<String> namesIn(String expression) {
        return NAMED.matcher(expression)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
