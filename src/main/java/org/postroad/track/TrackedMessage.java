package org.postroad.track;

import java.util.UUID;

/**
 * The message that a click, open, withdrawal or purchase is credited to.
 *
 * @param id the message's
 * @param topic the consent that its unsubscribe link withdraws
 * @param confirms the topic that its confirm link subscribes to
 */
public record TrackedMessage(
        UUID id, String customerId, UUID enrolmentId, String journey, String step, String topic, String confirms) {}
