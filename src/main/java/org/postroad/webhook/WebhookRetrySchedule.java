package org.postroad.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When a call that was not answered is made again: soon at first, then every hour, until it is a day old; never before
 * whoever is called wants it. Each wait is stretched or shortened by up to a fifth, so that what failed together does not
 * come back together.
 */
final class WebhookRetrySchedule {

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);
    private static final double JITTER = 0.2;
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private WebhookRetrySchedule() {}

    /** Empty when the call would have become too old. */
    static Optional<Instant> nextTry(QueuedWebhookCall call, WebhookResult.RetryLater retryLater, Instant now) {
        Instant planned = now.plus(wait(call));
        Instant next =
                retryLater.notBefore().filter(wanted -> wanted.isAfter(planned)).orElse(planned);
        return Optional.of(next).filter(each -> !each.isAfter(call.createdAt().plus(GIVE_UP_AFTER)));
    }

    private static Duration wait(QueuedWebhookCall call) {
        Duration plain = WAITS.get(Math.min(call.attempts(), WAITS.size()) - 1);
        long seed = call.id().getLeastSignificantBits() + call.attempts();
        double factor = new SplittableRandom(seed).nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis(Math.round(plain.toMillis() * factor));
    }
}
