package org.postroad.rehearse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.journey.RehearsalEngine.Flow;

/**
 * Which sequence flows of a journey were taken.
 *
 * @param flows how many the journey has
 * @param neverTaken each flow that was not taken, as {@code id (from → to)}, in order
 */
public record FlowCoverage(int flows, List<String> neverTaken) {

    public static FlowCoverage of(Map<String, Flow> flows, Set<String> taken) {
        List<String> neverTaken = flows.entrySet().stream()
                .filter(flow -> !taken.contains(flow.getKey()))
                .map(flow -> "%s (%s → %s)"
                        .formatted(
                                flow.getKey(),
                                flow.getValue().from(),
                                flow.getValue().to()))
                .sorted()
                .toList();
        return new FlowCoverage(flows.size(), neverTaken);
    }

    public int taken() {
        return flows - neverTaken.size();
    }
}
