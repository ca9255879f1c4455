package org.postroad.journey.migration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A migration of running enrolments between two versions of a journey, and its progress.
 *
 * @param steps target steps by step of the old version
 * @param recalculated steps whose timers are recalculated
 * @param share of the enrolments to migrate so far, in (0, 1]
 * @param running false after a stop, until {@code resume}
 * @param people enrolments in the old version when it began
 * @param moved enrolments migrated to the new version
 * @param exited enrolments ended, as planned
 * @param left enrolments that had ended or changed version before their turn
 * @param failed enrolments that could not be migrated and stay in the old version
 * @param waiting enrolments of the share that are not processed yet
 * @param later enrolments beyond the share, for {@code continue}
 * @param failures the first thousand failures; empty in lists of migrations
 */
public record Migration(
        UUID id,
        String journey,
        int from,
        int to,
        Map<String, String> steps,
        List<String> recalculated,
        BigDecimal share,
        boolean running,
        Instant requestedAt,
        long people,
        long moved,
        long exited,
        long left,
        long failed,
        long waiting,
        long later,
        List<Failure> failures) {

    Migration with(List<Failure> failures) {
        return new Migration(
                id,
                journey,
                from,
                to,
                steps,
                recalculated,
                share,
                running,
                requestedAt,
                people,
                moved,
                exited,
                left,
                failed,
                waiting,
                later,
                failures);
    }

    /** An enrolment that could not be migrated. */
    public record Failure(String customerId, String reason) {}
}
