package org.postroad.deliver;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one customer, as stored.
 *
 * @param yieldedTo the message that took precedence when this one was held or skipped
 * @param reason why it was skipped, cancelled, held or failed
 * @param recipient null if it was skipped
 */
public record Message(
        UUID id,
        UUID enrolmentId,
        String journey,
        String step,
        int run,
        String customerId,
        @Nullable UUID decisionId,
        String topic,
        int priority,
        Precedence precedence,
        @Nullable UUID yieldedTo,
        String content,
        MessageState state,
        @Nullable String reason,
        @Nullable String recipient,
        @Nullable String subject,
        int attempts,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant attemptedAt,
        @Nullable Instant sentAt,
        @Nullable String smtpReply) {

    /** The domain of the recipient, in lower case; equals the table's column of that name. */
    public String domain() {
        String address = to();
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** @throws NullPointerException if it was skipped, and so has no recipient */
    public String to() {
        return Objects.requireNonNull(recipient, "a queued message has a recipient");
    }
}
