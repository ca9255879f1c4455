package org.postroad.segment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a segment.
 *
 * @param kind where it comes from
 * @param says who is in it: its rule in words
 * @param expression of a segment that people defined; null for one that is learned
 * @param customers how many were in it at the latest run; 0 before the first
 * @param marks what its members have in common, compared with all buyers; empty before the first run
 * @param alike how many are like its members; null for a segment that is learned
 * @param growth by day, oldest first, of the last year
 */
public record SegmentReport(
        String name,
        Kind kind,
        String says,
        @Nullable String expression,
        long customers,
        String marks,
        @Nullable Long alike,
        List<Day> growth) {

    /** Where a segment comes from. */
    public enum Kind {
        RULE,
        RFM,
        BEHAVIOUR
    }

    /** How many customers were in it on a day (UTC). */
    @Schema(name = "SegmentDay")
    public record Day(LocalDate day, long customers) {}
}
