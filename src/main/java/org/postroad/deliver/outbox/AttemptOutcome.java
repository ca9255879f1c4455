package org.postroad.deliver.outbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.smtp.SendResult;

/**
 * The outcome of an attempt: the new state of its message.
 *
 * @param reason why the message failed for good
 * @param reply the relay's last reply
 * @param dueAt when it is attempted again
 */
public record AttemptOutcome(
        Message message,
        MessageState state,
        @Nullable String reason,
        String reply,
        @Nullable Instant dueAt,
        @Nullable Instant sentAt) {

    public static AttemptOutcome of(Message message, SendResult sendResult, Instant now) {
        if (sendResult instanceof SendResult.Sent sent) {
            return new AttemptOutcome(message, MessageState.SENT, null, sent.reply(), null, now);
        }
        if (sendResult instanceof SendResult.Failed failed) {
            return failed(message, "refused", failed.reply());
        }
        if (sendResult instanceof SendResult.Unknown unknown) {
            return new AttemptOutcome(message, MessageState.ATTEMPTING, null, unknown.reply(), null, null);
        }
        Optional<Instant> next = MailRetrySchedule.nextAttempt(message, now);
        return next.isPresent()
                ? new AttemptOutcome(message, MessageState.DEFERRED, null, sendResult.reply(), next.get(), null)
                : failed(message, "expired", sendResult.reply());
    }

    private static AttemptOutcome failed(Message message, String reason, String reply) {
        return new AttemptOutcome(message, MessageState.FAILED, reason, reply, null, null);
    }
}
