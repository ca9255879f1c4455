package org.postroad.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A call as it is kept.
 *
 * @param attempts those that were begun, the present one included
 */
record QueuedWebhookCall(
        UUID id,
        UUID enrolmentId,
        String journey,
        String step,
        String customerId,
        String url,
        String body,
        int attempts,
        Instant createdAt) {}
