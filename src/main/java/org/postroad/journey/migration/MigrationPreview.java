package org.postroad.journey.migration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration will do.
 *
 * @param people enrolments in the old version now
 * @param steps all steps of the old version where enrolments can wait
 * @param timers what happens to the running timers
 * @param objections why it cannot begin, a sentence each; empty if it can
 */
public record MigrationPreview(
        String journey,
        int from,
        int to,
        long people,
        List<PlannedStep> steps,
        List<PlannedTimer> timers,
        List<String> objections) {

    /**
     * What happens to enrolments at a step.
     *
     * @param name the label in the diagram
     * @param people enrolments there now
     * @param becomes the target step, {@code exit}, or null if none is given yet
     * @param couldBe the possible targets
     */
    public record PlannedStep(
            String step,
            String name,
            String kind,
            long people,
            @Nullable String becomes,
            List<String> couldBe) {}

    /**
     * What happens to the running timers of a step.
     *
     * @param people enrolments with such a timer
     * @param earliest the first due date now
     * @param latest the last due date now
     * @param newEarliest the first due date after the migration; null if no timer remains or it is not known yet
     * @param newLatest the last due date after the migration; null as above
     */
    public record PlannedTimer(
            String step,
            TimerAction action,
            long people,
            Instant earliest,
            Instant latest,
            @Nullable Instant newEarliest,
            @Nullable Instant newLatest) {}

    /** What happens to a running timer. */
    public enum TimerAction {
        /** It keeps its due date. */
        KEEPS,
        /** It gets the due date of the new version, counted from when the wait began; it fires at once if that is past. */
        RECALCULATED,
        /** It is removed, since its step has no timer in the new version or the enrolment ends. */
        FALLS_AWAY
    }
}
