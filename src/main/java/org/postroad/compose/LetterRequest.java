package org.postroad.compose;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;

/**
 * An order for a letter.
 *
 * @param enrolmentId on which walk, at which step of which journey: what a click or a purchase is later credited to
 * @param topic the consent that the letter needs, and that its unsubscribe link withdraws
 * @param content which template, as {@code journey/name}
 * @param decisionId the decision whose offer the letter carries; null for none
 * @param productIds what the journey is about, foremost first
 * @param event the properties of what brought the customer in
 */
public record LetterRequest(
        UUID messageId,
        UUID enrolmentId,
        String journey,
        String step,
        String topic,
        String content,
        String customerId,
        @Nullable UUID decisionId,
        List<String> productIds,
        Map<String, Object> event) {

    /** The topic that the letter's confirm link subscribes to. */
    String confirms() {
        return event.get("topic") instanceof String named && !named.isBlank() ? named : Consent.MARKETING;
    }
}
