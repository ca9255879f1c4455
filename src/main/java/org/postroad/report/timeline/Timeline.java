package org.postroad.report.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a customer's timeline.
 *
 * @param order of the entries, in words
 * @param entries newest first
 * @param next the {@code before} of the following page; null on the last page
 */
public record Timeline(
        String customerId,
        String order,
        List<TimelineEntry> entries,
        @Nullable String next) {}
