package org.postroad.journey.migration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a live journey will do.
 *
 * @param people who walk in the old version now
 * @param steps each step of the old version where people can stand
 * @param timers what becomes of the timers that run
 * @param objections what stands against it, a sentence each; empty if it can begin
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
     * What becomes of those who stand at a step.
     *
     * @param name as drawn
     * @param people who stand there now
     * @param becomes the step of the new version, {@code exit}, or null while it is open
     * @param couldBe what can be written for it
     */
    public record PlannedStep(
            String step,
            String name,
            String kind,
            long people,
            @Nullable String becomes,
            List<String> couldBe) {}

    /**
     * What becomes of the timers of a step.
     *
     * @param action what is done to them
     * @param people whose timer runs
     * @param earliest the first due date now
     * @param latest the last due date now
     * @param newEarliest the first due date then; null if none remains, or as long as a step is open
     * @param newLatest the last due date then
     */
    public record PlannedTimer(
            String step,
            TimerAction action,
            long people,
            Instant earliest,
            Instant latest,
            @Nullable Instant newEarliest,
            @Nullable Instant newLatest) {}

    /** What is done to a running timer. */
    public enum TimerAction {
        /** It stays due when it is. */
        KEEPS,
        /** It is due as the new version says, counted from when the wait began; at once if that is past. */
        RECALCULATED,
        /** Its step is none any more, or the walk ends. */
        FALLS_AWAY
    }
}
