package org.postroad.compose;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;

/** What the composer has to know of a request for mail, which says more than this. */
public interface LetterRequest {

    /** With journey and step: what a click or a purchase is later credited to. */
    UUID enrolmentId();

    String journey();

    String step();

    String customerId();

    /** The consent that the letter needs, and that its unsubscribe link withdraws. */
    String topic();

    /** The template, as {@code journey/name}. */
    String content();

    /** The decision whose offer the letter carries; null for none. */
    @Nullable
    UUID decisionId();

    /** The products that the journey is about, the most important first. */
    List<String> productIds();

    /** The properties of the event that started the enrolment. */
    Map<String, Object> event();

    /** The topic that the letter's confirm link subscribes to. */
    default String confirms() {
        return event().get("topic") instanceof String named && !named.isBlank() ? named : Consent.MARKETING;
    }
}
