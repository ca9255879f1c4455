package org.postroad.rehearse.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.journey.RehearsalEngine.Flow;

/**
 * Which sequence flows of a journey its scenarios take.
 *
 * @param neverTaken a sentence's part for each flow that no scenario takes
 */
record FlowCoverage(String journey, int flows, List<String> neverTaken) {

    static FlowCoverage of(String journey, Map<String, Flow> flows, Set<String> taken) {
        List<String> never = flows.entrySet().stream()
                .filter(flow -> !taken.contains(flow.getKey()))
                .map(flow -> "%s (%s → %s)"
                        .formatted(
                                flow.getKey(),
                                flow.getValue().from(),
                                flow.getValue().to()))
                .sorted()
                .toList();
        return new FlowCoverage(journey, flows.size(), never);
    }

    int taken() {
        return flows - neverTaken.size();
    }

    boolean complete() {
        return neverTaken.isEmpty();
    }
}
