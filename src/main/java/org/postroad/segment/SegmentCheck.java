package org.postroad.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.postroad.json.BadInput;
import org.springframework.stereotype.Component;

/**
 * What a segment that people define must be: an expression as audiences use them, that asks for no segment which does not exist,
 * or leads back to it; and one of not too many.
 */
@Component
class SegmentCheck {

    private static final int MOST_SEGMENTS = 100;

    private static final Pattern NAMED = Pattern.compile("\\.(?:in|like)\\s*\\(\\s*['\"]([^'\"]*)['\"]");

    private final NamedSegments named;
    private final SegmentExpressions expressions;

    SegmentCheck(NamedSegments named, SegmentExpressions expressions) {
        this.named = named;
        this.expressions = expressions;
    }

    /** @throws BadInput if it cannot be defined so */
    void require(String name, String expression) {
        SegmentNames.faultIn(name).ifPresent(fault -> {
            throw new BadInput(fault);
        });
        List<String> faults = new ArrayList<>(expressions.faultsIn(expression));
        faults.addAll(faultyReferences(name, expression));
        if (!faults.isEmpty()) {
            throw new BadInput("expression: " + String.join(" ", faults));
        }
        if (named.find(name).isEmpty() && named.all().size() >= MOST_SEGMENTS) {
            throw new BadInput("There are " + MOST_SEGMENTS + " segments, which is the most. Delete one first.");
        }
    }

    private List<String> faultyReferences(String name, String expression) {
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

    /** Whether there is a segment of that name, defined or learned. */
    boolean exists(String name) {
        return named.find(name).isPresent() || SegmentNames.isLearned(name);
    }

    private boolean leadsTo(String name, String from, Set<String> seen) {
        return from.equals(name)
                || seen.add(from)
                        && named.find(from).stream()
                                .flatMap(segment -> namesIn(segment.expression()).stream())
                                .anyMatch(next -> leadsTo(name, next, seen));
    }

    /** The segments that a text asks for. */
    static List<String> namesIn(String expression) {
        return NAMED.matcher(expression)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
