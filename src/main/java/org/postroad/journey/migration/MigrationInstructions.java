package org.postroad.journey.migration;

import java.util.Map;
import java.util.Set;

/**
 * How to migrate from one version of a journey to another.
 *
 * @param steps by step of the old version: a step of the new version, or {@link #EXIT}
 * @param recalculated steps of the old version whose timers are recalculated, counted from when the wait began
 */
public record MigrationInstructions(
        String journey, int from, int to, Map<String, String> steps, Set<String> recalculated) {

    /** The target that ends an enrolment. */
    public static final String EXIT = "exit";

    /** The target of a step; the step itself if there is no instruction. */
    public String targetOf(String step) {
        return steps.getOrDefault(step, step);
    }

    /** Whether enrolments at that step continue in the new version. */
    boolean continuesFrom(String step) {
        return steps.containsKey(step) && !exitsAt(step);
    }

    /** Whether enrolments at that step end. */
    public boolean exitsAt(String step) {
        return EXIT.equals(steps.get(step));
    }
}
