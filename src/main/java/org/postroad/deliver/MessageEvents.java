package org.postroad.deliver;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.springframework.stereotype.Component;

/** Tells the road what became of a message, once each: the id of the event is made of the message's. */
@Component
class MessageEvents {

    private final EventIntake intake;
    private final Clock clock;

    MessageEvents(EventIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    void queued(UUID id, MailOrder order) {
        tell("queued", EventType.EMAIL_QUEUED, id, order.customerId(), about(id, order, null));
    }

    void skipped(UUID id, MailOrder order, String reason) {
        tell("skipped", EventType.EMAIL_SKIPPED, id, order.customerId(), about(id, order, reason));
    }

    /** Queued, and then not posted after all. */
    void cancelled(Message message, String reason) {
        tell("skipped", EventType.EMAIL_SKIPPED, message, reason);
    }

    void sent(Message message) {
        tell("sent", EventType.EMAIL_SENT, message, null);
    }

    void failed(Message message, String reason) {
        tell("failed", EventType.EMAIL_FAILED, message, reason);
    }

    private void tell(String what, String type, Message message, @Nullable String reason) {
        Map<String, Object> properties =
                properties(message.id(), message.journey(), message.step(), message.enrolmentId(), reason);
        tell(what, type, message.id(), message.customerId(), properties);
    }

    private void tell(String what, String type, UUID id, String customerId, Map<String, Object> properties) {
        intake.record(new Event(id + ":" + what, customerId, type, clock.instant(), properties));
    }

    private static Map<String, Object> about(UUID id, MailOrder order, @Nullable String reason) {
        return properties(id, order.journey(), order.step(), order.enrolmentId(), reason);
    }

    private static Map<String, Object> properties(
            UUID id, String journey, String step, UUID enrolmentId, @Nullable String reason) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("messageId", id.toString());
        properties.put("journey", journey);
        properties.put("step", step);
        properties.put("enrolmentId", enrolmentId.toString());
        if (reason != null) {
            properties.put("reason", reason);
        }
        return properties;
    }
}
