package org.postroad.report.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a customer's story.
 *
 * @param order how the entries are ordered, in words
 * @param entries newest first
 * @param next give it as {@code before} to get the page that follows; null on the last page
 */
public record Timeline(
        String customerId,
        String order,
        List<TimelineEntry> entries,
        @Nullable String next) {}
