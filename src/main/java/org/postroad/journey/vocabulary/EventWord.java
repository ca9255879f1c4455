package org.postroad.journey.vocabulary;

import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;

/**
 * {@code event}: the event that began an enrolment, or the one that arrives at a wait. Expressions read each property by its
 * name, as in {@code event.productId}; it is empty if the event lacks it or there is no event.
 */
@ExpressionDoc(
        "The event that began the enrolment; where the diagram waits for an event, the one that arrives. Each property is"
                + " available by its name, as in event.productId, and is empty if the event lacks it.")
public final class EventWord implements Word {

    private final Optional<Event> event;

    EventWord(Optional<Event> event) {
        this.event = event;
    }

    /** The event's own type and time, or one of its properties. */
    public @Nullable Object property(String name) {
        return event.map(known -> switch (name) {
                    case "id" -> known.id();
                    case "type" -> known.type();
                    case "occurredAt" -> Date.from(known.occurredAt());
                    case "amount" -> known.properties().getOrDefault(name, known.amount());
                    default -> known.properties().get(name);
                })
                .orElse(null);
    }
}
