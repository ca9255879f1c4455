package org.postroad.learn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroad.feature.PointInTimeReplay;

/**
 * A choice that was made for a customer, and with what probability.
 *
 * @param action an offer's id or "nothing"
 * @param possible all actions that had a chance
 * @param productIds what it was about
 * @param enrolmentId the walk whose mail carried it out; null if it was carried out at once
 */
record PastDecision(
        String customerId,
        Instant at,
        String slot,
        String action,
        double propensity,
        Set<String> possible,
        List<String> productIds,
        @Nullable String enrolmentId)
        implements PointInTimeReplay.PointInTime {}
