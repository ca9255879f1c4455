package org.postroad.webhook;

import java.util.Map;
import java.util.UUID;

/**
 * A call that a step of a journey orders.
 *
 * @param run how often this enrolment has come to this step, from 1
 * @param holdout the customer gets nothing, so that nobody is called for them
 * @param body what is told beside journey, step, enrolment and customer
 */
public record WebhookCall(
        UUID enrolmentId,
        String journey,
        String step,
        int run,
        String customerId,
        boolean holdout,
        String url,
        Map<String, Object> body) {}
