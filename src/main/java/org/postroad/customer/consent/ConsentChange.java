package org.postroad.customer.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.event.EventType;

/**
 * A customer gives or withdraws consent.
 *
 * @param topic empty for all topics
 * @param receivedAt when Postroad was told; not before the consent's own time
 */
public record ConsentChange(String customerId, Optional<String> topic, Consent consent, Instant receivedAt) {

    /** The changes that a batch of events reports, in the order of the events. */
    public static List<ConsentChange> fromEvents(List<Event> batch) {
        return batch.stream().flatMap(ConsentChange::of).toList();
    }

    /**
     * {@code subscribed} and {@code unsubscribed} name a topic. Without one, {@code subscribed} means commercial mail and
     * {@code unsubscribed} everything, so that an unclear event never leads to a mail. {@code preferences_changed} has
     * {@code topics{name: boolean}}. A complaint withdraws everything.
     */
    private static Stream<ConsentChange> of(Event event) {
        return switch (event.type()) {
            case EventType.SUBSCRIBED ->
                Stream.of(change(event, true, Optional.of(topic(event).orElse(Consent.MARKETING))));
            case EventType.UNSUBSCRIBED -> Stream.of(change(event, false, topic(event)));
            case EventType.EMAIL_COMPLAINED -> Stream.of(change(event, false, Optional.empty()));
            case EventType.PREFERENCES_CHANGED -> preferences(event);
            default -> Stream.empty();
        };
    }

    /**
     * The time up to which this change wins over a grant. For a withdrawal, that includes grants which had been received
     * before it and seem later by no more than clocks may differ: in doubt, no mail.
     *
     * @param tolerance by how much the clocks of senders may differ
     */
    Instant winsUpTo(Duration tolerance) {
        Instant tolerated = consent.at().plus(tolerance);
        return consent.granted() ? consent.at() : tolerated.isBefore(receivedAt) ? tolerated : receivedAt;
    }

    private static Stream<ConsentChange> preferences(Event event) {
        return event.properties().get("topics") instanceof Map<?, ?> topics
                ? topics.entrySet().stream()
                        .filter(topic -> topic.getValue() instanceof Boolean)
                        .map(topic -> change(
                                event,
                                Boolean.TRUE.equals(topic.getValue()),
                                Optional.of(String.valueOf(topic.getKey()))))
                : Stream.empty();
    }

    private static Optional<String> topic(Event event) {
        return event.text("topic").filter(topic -> !topic.isBlank());
    }

    private static ConsentChange change(Event event, boolean granted, Optional<String> topic) {
        String source = event.text("source").orElse(event.type());
        return new ConsentChange(
                event.customerId(),
                topic,
                new Consent(
                        granted, event.occurredAt(), source, event.text("text").orElse(null)),
                event.receivedAt());
    }
}
