package org.postroad.deliver.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroad.deliver.Message;
import org.postroad.time.RetrySchedule;

/** When a deferred message is attempted again: soon at first, then every four hours, until it is three days old. */
public final class MailRetrySchedule {

    public static final Duration GIVE_UP_AFTER = Duration.ofHours(72);

    private static final RetrySchedule SCHEDULE = new RetrySchedule(
            List.of(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(4)),
            0.2,
            GIVE_UP_AFTER);

    private MailRetrySchedule() {}

    /** Empty if the message is given up. Its {@code attempts} are those before the present one. */
    static Optional<Instant> nextAttempt(Message message, Instant now) {
        Instant next = now.plus(SCHEDULE.delay(message.id(), message.attempts()));
        return SCHEDULE.unlessTooOld(next, message.createdAt());
    }
}
