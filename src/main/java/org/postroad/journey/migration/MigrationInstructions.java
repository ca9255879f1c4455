package org.postroad.journey.migration;

import java.util.Map;
import java.util.Set;

/**
 * The way from one version of a journey to another.
 *
 * @param steps where people go who stand at a step: a step of the new version, or {@link #EXIT}
 * @param recalculated the steps of the old version whose timers count anew, from when the wait began
 */
public record MigrationInstructions(
        String journey, int from, int to, Map<String, String> steps, Set<String> recalculated) {

    /** Ends the walk. */
    public static final String EXIT = "exit";

    /** Where people go who stand at that step; what is not written stays. */
    public String targetOf(String step) {
        return steps.getOrDefault(step, step);
    }

    /** Whether the new version has a place for who stands at that step. */
    boolean continuesFrom(String step) {
        return steps.containsKey(step) && !exitsAt(step);
    }

    public boolean exitsAt(String step) {
        return EXIT.equals(steps.get(step));
    }
}
