package org.postroad.deliver.outbox;

import org.postroad.deliver.Message;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.smtp.Attempt;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt makes of its message.
 *
 * @param reason why it has failed for good
 * @param reply the relay's last words
 * @param dueAt when it is tried again
 */
public record Outcome(
        Message message,
        MessageState state,
        @Nullable String reason,
        String reply,
        @Nullable Instant dueAt,
        @Nullable Instant sentAt) {

    public static Outcome of(Message message, Attempt attempt, Instant now) {
        if (attempt instanceof Attempt.Sent sent) {
            return new Outcome(message, MessageState.SENT, null, sent.reply(), null, now);
        }
        if (attempt instanceof Attempt.Failed failed) {
            return failed(message, "refused", failed.reply());
        }
        if (attempt instanceof Attempt.Unknown unknown) {
            return new Outcome(message, MessageState.ATTEMPTING, null, unknown.reply(), null, null);
        }
        Optional<Instant> next = Backoff.nextTry(message, now);
        return next.isPresent()
                ? new Outcome(message, MessageState.DEFERRED, null, attempt.reply(), next.get(), null)
                : failed(message, "expired", attempt.reply());
    }

    private static Outcome failed(Message message, String reason, String reply) {
        return new Outcome(message, MessageState.FAILED, reason, reply, null, null);
    }
}
