package org.postroad.deliver.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.postroad.deliver.Message;

/**
 * When a deferred message is tried again: soon at first, then every four hours, until it is three days old. Each wait is
 * stretched or shortened by up to a fifth, so that what was deferred together does not come back together; the amount is
 * drawn from the message's id and so is the same in every repetition of a simulation.
 */
public final class MailRetrySchedule {

    public static final Duration GIVE_UP_AFTER = Duration.ofHours(72);

    private static final double JITTER = 0.2;
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private MailRetrySchedule() {}

    /** Empty when the message has become too old. Its {@code attempts} are those before the present one. */
    static Optional<Instant> nextTry(Message message, Instant now) {
        Instant next = now.plus(wait(message));
        return Optional.of(next)
                .filter(each -> !each.isAfter(message.createdAt().plus(GIVE_UP_AFTER)));
    }

    private static Duration wait(Message message) {
        Duration plain = WAITS.get(Math.min(message.attempts(), WAITS.size() - 1));
        long seed = message.id().getLeastSignificantBits() + message.attempts();
        double factor = new SplittableRandom(seed).nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofSeconds(Math.round(plain.toSeconds() * factor));
    }
}
