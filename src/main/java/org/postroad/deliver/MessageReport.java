package org.postroad.deliver;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a message, as {@code GET /api/messages/{id}} returns it.
 *
 * @param rank of several messages that wait for one customer, the highest is sent first
 * @param yieldedTo the message that took precedence when this one was held or skipped
 * @param reason why it was skipped, cancelled, held or failed
 * @param dueAt when it is attempted next; null if it is not attempted again
 * @param smtpReply the relay's last reply
 * @param links to the customer, the decision and the message that took precedence
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
        boolean waiting = message.state() == MessageState.PREPARED || message.state() == MessageState.DEFERRED;
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
                waiting ? message.dueAt() : null,
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
