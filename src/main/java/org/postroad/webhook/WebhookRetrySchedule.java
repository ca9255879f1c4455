package org.postroad.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroad.time.RetrySchedule;

/**
 * When a call is attempted again: soon at first, then every hour, until it is a day old; never before the moment that the
 * host asked for.
 */
final class WebhookRetrySchedule {

    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1)),
            0.2,
            Duration.ofDays(1));

    private WebhookRetrySchedule() {}

    /** Empty if the call is given up. Its {@code attempts} include the present one. */
    static Optional<Instant> nextAttempt(QueuedWebhookCall call, WebhookResult.RetryLater result, Instant now) {
        Instant planned = now.plus(SCHEDULE.delay(call.id(), call.attempts() - 1));
        Instant next =
                result.notBefore().filter(asked -> asked.isAfter(planned)).orElse(planned);
        return SCHEDULE.unlessTooOld(next, call.createdAt());
    }
}
