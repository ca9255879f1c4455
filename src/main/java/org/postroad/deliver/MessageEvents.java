package org.postroad.deliver;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.springframework.stereotype.Component;

/** Tells the road what became of a message, once each: the id of the event is made of the message's. */
@Component
public class MessageEvents {

    private final EventIntake intake;
    private final Clock clock;

    MessageEvents(EventIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    public void record(List<Event> events) {
        intake.record(events);
    }

    void queued(UUID id, MailRequest order) {
        record(List.of(event("queued", EventType.EMAIL_QUEUED, id, order.customerId(), about(id, order, null))));
    }

    void skipped(UUID id, MailRequest order, String reason) {
        record(List.of(event("skipped", EventType.EMAIL_SKIPPED, id, order.customerId(), about(id, order, reason))));
    }

    /** Queued, and then not posted after all. */
    public void cancelled(List<Message> messages, String reason) {
        record(messages.stream()
                .map(message -> event("skipped", EventType.EMAIL_SKIPPED, message, reason))
                .toList());
    }

    /** Queued, and then held or dropped, since another mail went first. */
    public void yielded(List<Message> messages) {
        record(messages.stream().map(this::yielded).toList());
    }

    private Event yielded(Message message) {
        Map<String, Object> properties =
                properties(message.id(), message.journey(), message.step(), message.enrolmentId(), message.reason());
        properties.put("yieldedTo", String.valueOf(message.yieldedTo()));
        if (message.state() == MessageState.CANCELLED) {
            return event("skipped", EventType.EMAIL_SKIPPED, message.id(), message.customerId(), properties);
        }
        properties.put("until", message.dueAt().toString());
        String what = "deferred-" + message.dueAt().getEpochSecond();
        return event(what, EventType.EMAIL_DEFERRED, message.id(), message.customerId(), properties);
    }

    /** The event of a message that has reached a final state; none while it may still be attempted. */
    public Stream<Event> of(Message message, MessageState state, @Nullable String reason) {
        return switch (state) {
            case SENT -> Stream.of(event("sent", EventType.EMAIL_SENT, message, null));
            case FAILED -> Stream.of(event("failed", EventType.EMAIL_FAILED, message, reason));
            default -> Stream.empty();
        };
    }

    private Event event(String what, String type, Message message, @Nullable String reason) {
        Map<String, Object> properties =
                properties(message.id(), message.journey(), message.step(), message.enrolmentId(), reason);
        return event(what, type, message.id(), message.customerId(), properties);
    }

    private Event event(String what, String type, UUID id, String customerId, Map<String, Object> properties) {
        return new Event(id + ":" + what, customerId, type, clock.instant(), properties);
    }

    private static Map<String, Object> about(UUID id, MailRequest order, @Nullable String reason) {
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
