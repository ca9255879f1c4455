package org.postroad.deliver;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail to one customer, as it is kept.
 *
 * @param reason why it was skipped, cancelled or has failed
 * @param recipient null if it was skipped
 */
record Message(
        UUID id,
        UUID enrolmentId,
        String journey,
        String step,
        int run,
        String customerId,
        @Nullable UUID decisionId,
        String topic,
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
        @Nullable String smtpReply) {}
