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

/** Records the outcomes of messages as events, each once: the event's id is derived from the message's. */
@Component
public class MessageEvents {

    private final EventIntake intake;
    private final Clock clock;

    MessageEvents(EventIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** Records the events in the caller's transaction. */
    public void record(List<Event> events) {
        intake.record(events);
    }

    void queued(UUID id, MailRequest request) {
        record(List.of(event("queued", EventType.EMAIL_QUEUED, id, request.customerId(), about(id, request, null))));
    }

    void skipped(UUID id, MailRequest request, String reason) {
        record(List.of(
                event("skipped", EventType.EMAIL_SKIPPED, id, request.customerId(), about(id, request, reason))));
    }

    /** Messages that were queued and then cancelled. */
    public void cancelled(List<Message> messages, String reason) {
        record(messages.stream()
                .map(message -> event("skipped", EventType.EMAIL_SKIPPED, message, reason))
                .toList());
    }

    /** Messages that were queued and then held or skipped, because another message of the customer took precedence. */
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
        String suffix = "deferred-" + message.dueAt().getEpochSecond();
        return event(suffix, EventType.EMAIL_DEFERRED, message.id(), message.customerId(), properties);
    }

    /** The event of a message that has reached a final state; none while it may still be attempted. */
    public Stream<Event> of(Message message, MessageState state, @Nullable String reason) {
        return switch (state) {
            case SENT -> Stream.of(event("sent", EventType.EMAIL_SENT, message, null));
            case FAILED -> Stream.of(event("failed", EventType.EMAIL_FAILED, message, reason));
            default -> Stream.empty();
        };
    }

    private Event event(String suffix, String type, Message message, @Nullable String reason) {
        Map<String, Object> properties =
                properties(message.id(), message.journey(), message.step(), message.enrolmentId(), reason);
        return event(suffix, type, message.id(), message.customerId(), properties);
    }

    private Event event(String suffix, String type, UUID id, String customerId, Map<String, Object> properties) {
        return new Event(id + ":" + suffix, customerId, type, clock.instant(), properties);
    }

    private static Map<String, Object> about(UUID id, MailRequest request, @Nullable String reason) {
        return properties(id, request.journey(), request.step(), request.enrolmentId(), reason);
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
