package org.postroad.learn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroad.feature.PointInTimeReplay;

/**
 * A logged decision, by Postroad or by an earlier mail provider.
 *
 * @param action an offer's id or "nothing"
 * @param propensity the probability with which the action was chosen, in (0, 1]
 * @param possible all actions that could have been chosen
 * @param productIds the products that it was about, main product first
 * @param enrolmentId the enrolment whose mail carried the action out; null if it took effect at once
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
