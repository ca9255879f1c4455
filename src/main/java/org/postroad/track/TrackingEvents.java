package org.postroad.track;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.time.Ids;
import org.springframework.stereotype.Component;

/**
 * Records what recipients do with a mail as events. The ids of clicks and opens are derived from message and time, so that a
 * double click, a second load of the pixel and a retried request are one event.
 */
@Component
class TrackingEvents {

    private static final int MAX_AGENT_LENGTH = 200;
    private static final long OPEN_WINDOW_SECONDS = 60;

    private final EventIntake intake;
    private final Clock clock;
    private final Ids ids;

    TrackingEvents(EventIntake intake, Clock clock, Ids ids) {
        this.intake = intake;
        this.clock = clock;
        this.ids = ids;
    }

    void clicked(TrackedMessage message, int position, String target, @Nullable String userAgent) {
        Instant now = clock.instant();
        Map<String, Object> properties = about(message, userAgent);
        properties.put("url", target);
        properties.put("position", position);
        String id = message.id() + ":clicked:" + position + ":" + now.getEpochSecond();
        intake.record(new Event(id, message.customerId(), EventType.EMAIL_CLICKED, now, properties));
    }

    void opened(TrackedMessage message, @Nullable String userAgent) {
        Instant now = clock.instant();
        String id = message.id() + ":opened:" + now.getEpochSecond() / OPEN_WINDOW_SECONDS;
        intake.record(new Event(id, message.customerId(), EventType.EMAIL_OPENED, now, about(message, userAgent)));
    }

    /** Each time a new event: consent may have been given between two withdrawals. */
    void unsubscribed(TrackedMessage message, String topic, String source) {
        recordConsent(EventType.UNSUBSCRIBED, message, topic, Map.of("source", source));
    }

    void subscribed(TrackedMessage message, String topic, String source, String wording) {
        recordConsent(EventType.SUBSCRIBED, message, topic, Map.of("source", source, "text", wording));
    }

    /** Once per message, so that an old link does not undo a later withdrawal. */
    void confirmed(TrackedMessage message, String wording) {
        Map<String, Object> properties = about(message, null);
        properties.put("topic", message.confirms());
        properties.put("source", "double-opt-in");
        properties.put("text", wording);
        String id = message.id() + ":confirmed";
        intake.record(new Event(id, message.customerId(), EventType.SUBSCRIBED, clock.instant(), properties));
    }

    private void recordConsent(String type, TrackedMessage message, String topic, Map<String, Object> more) {
        Map<String, Object> properties = about(message, null);
        properties.put("topic", topic);
        properties.putAll(more);
        String id = ids.next().toString();
        intake.record(new Event(id, message.customerId(), type, clock.instant(), properties));
    }

    /** The user agent is stored unchanged, so that humans and machines can be told apart later. */
    private static Map<String, Object> about(TrackedMessage message, @Nullable String userAgent) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("messageId", message.id().toString());
        Optional.ofNullable(userAgent)
                .map(agent -> agent.substring(0, Math.min(agent.length(), MAX_AGENT_LENGTH)))
                .ifPresent(agent -> properties.put("userAgent", agent));
        return properties;
    }
}
