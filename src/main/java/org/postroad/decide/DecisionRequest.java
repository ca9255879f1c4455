package org.postroad.decide;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request for a decision.
 *
 * @param slot names the offers in question: those that list this slot
 * @param enrolmentId the enrolment that asks; null for web and app, like journey and step
 * @param holdout whether the customer must get nothing, so that lift can be measured
 * @param productIds the products that the journey is about, main product first; may be empty
 */
public record DecisionRequest(
        String customerId,
        String slot,
        @Nullable UUID enrolmentId,
        @Nullable String journey,
        @Nullable String step,
        boolean holdout,
        List<String> productIds) {}
