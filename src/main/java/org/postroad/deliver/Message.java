package org.postroad.deliver;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail to one customer, as it is kept.
 *
 * @param yieldedTo the mail that went first when this one was held
 * @param reason why it was skipped, cancelled or held, or has failed
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

    /** Behind the last at sign, in lower case; as the table's column of that name. */
    public String domain() {
        String address = to();
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** @throws NullPointerException if it was skipped, and so is addressed to nobody */
    public String to() {
        return Objects.requireNonNull(recipient, "what is to be posted has a recipient");
    }
}
