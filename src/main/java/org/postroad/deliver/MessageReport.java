package org.postroad.deliver;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as {@code GET /api/messages/{id}} tells it.
 *
 * @param rank of several that wait for one customer, the highest goes first
 * @param yieldedTo the mail that went first when this one was held
 * @param reason why it was skipped, cancelled or held, or has failed
 * @param dueAt when it is tried next; null once there is nothing left to try
 * @param smtpReply the relay's last words
 * @param links where the customer and the decision are told of
 */
record MessageReport(
        UUID id,
        MessageState state,
        @Nullable String reason,
        String customerId,
        String journey,
        String step,
        int run,
        UUID enrolmentId,
        @Nullable UUID decisionId,
        String topic,
        int priority,
        int rank,
        @Nullable UUID yieldedTo,
        String content,
        @Nullable String subject,
        int attempts,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant attemptedAt,
        @Nullable Instant sentAt,
        @Nullable String smtpReply,
        Map<String, String> links) {

    static MessageReport of(Message message) {
        boolean waits = message.state() == MessageState.PREPARED || message.state() == MessageState.DEFERRED;
        return new MessageReport(
                message.id(),
                message.state(),
                message.reason(),
                message.customerId(),
                message.journey(),
                message.step(),
                message.run(),
                message.enrolmentId(),
                message.decisionId(),
                message.topic(),
                message.priority(),
                message.precedence().rank(),
                message.yieldedTo(),
                message.content(),
                message.subject(),
                message.attempts(),
                message.createdAt(),
                waits ? message.dueAt() : null,
                message.attemptedAt(),
                message.sentAt(),
                message.smtpReply(),
                linksOf(message));
    }

    private static Map<String, String> linksOf(Message message) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("customer", "/api/customers/" + message.customerId());
        if (message.decisionId() != null) {
            links.put("decision", "/api/decisions/" + message.decisionId());
        }
        if (message.yieldedTo() != null) {
            links.put("yieldedTo", "/api/messages/" + message.yieldedTo());
        }
        return links;
    }
}
