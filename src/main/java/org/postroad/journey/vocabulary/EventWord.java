package org.postroad.journey.vocabulary;

import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;

/**
 * {@code event}: what brought the customer in. Any property can be spoken of by its name, as in {@code
 * event.productId}; one that the event lacks is empty, and so is everything when somebody started the walk by hand.
 */
@ExpressionDoc(
        "What brought the customer in; where the diagram waits for an event, the one that arrives. Any property can be asked by its name,"
                + " as in event.productId; what it lacks is empty.")
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
