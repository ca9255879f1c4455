package org.postroad.decide;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a decision.
 *
 * @param slot which offers are in question
 * @param enrolmentId on which walk; null for web and app
 * @param holdout whether the customer must get nothing, so that lift can be measured
 * @param productIds what the journey is about, foremost first; may be empty
 */
public record DecisionRequest(
        String customerId,
        String slot,
        @Nullable UUID enrolmentId,
        @Nullable String journey,
        @Nullable String step,
        boolean holdout,
        List<String> productIds) {}
