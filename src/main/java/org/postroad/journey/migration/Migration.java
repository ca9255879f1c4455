package org.postroad.journey.migration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A change of a live journey, and how far it has come.
 *
 * @param steps where people go who stand at a step
 * @param recalculated the waits whose timers count anew
 * @param share of the people who are to be moved so far, in (0, 1]
 * @param running false once it was stopped; who was not moved by then waits for {@code resume}
 * @param people who walked in the old version when it began
 * @param moved who go on in the new version
 * @param exited whose walk was ended, as planned
 * @param left who were through, or in another version, before it was their turn
 * @param failed who could not be moved and stay in the old version
 * @param waiting who are still to be moved, of the share
 * @param later who are beyond the share, for {@code continue}
 * @param failures the first thousand of those who failed
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

    /** Somebody who could not be moved. */
    public record Failure(String customerId, String reason) {}
}
