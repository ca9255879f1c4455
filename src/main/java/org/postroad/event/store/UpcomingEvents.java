package org.postroad.event.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.springframework.stereotype.Component;

/**
 * The events of the batch on this thread whose turn has not come: the log does not show them, so that an event is judged by
 * what was before it, whatever batch it came in.
 */
@Component
public class UpcomingEvents {

    private final ThreadLocal<@Nullable Batch> handled = new ThreadLocal<>();

    private static final class Batch {

        private final Set<String> hidden;
        private List<Event> part = List.of();

        Batch(List<Event> events) {
            this.hidden = events.stream().map(Event::id).collect(Collectors.toCollection(HashSet::new));
        }
    }

    /** Hides the events of the batch while it is handled. */
    public void hide(List<Event> events, Runnable handling) {
        handled.set(new Batch(events));
        try {
            handling.run();
        } finally {
            handled.remove();
        }
    }

    /** The turn of these has come. */
    public void show(List<Event> part) {
        Batch batch = handled.get();
        if (batch != null) {
            part.forEach(event -> batch.hidden.remove(event.id()));
            batch.part = part;
        }
    }

    /** Whether a batch is handled on this thread: what waits in the inbox then comes later, too. */
    boolean areHidden() {
        return handled.get() != null;
    }

    boolean contains(Event event) {
        Batch batch = handled.get();
        return batch != null && batch.hidden.contains(event.id());
    }

    /** The customers whose event has its turn and is of the same type as this customer's: the same questions will be asked. */
    Collection<String> alike(String customerId) {
        Batch batch = handled.get();
        List<Event> part = batch == null ? List.of() : batch.part;
        Set<String> types = part.stream()
                .filter(event -> event.customerId().equals(customerId))
                .map(Event::type)
                .collect(Collectors.toSet());
        Set<String> alike = part.stream()
                .filter(event -> types.contains(event.type()))
                .map(Event::customerId)
                .collect(Collectors.toCollection(HashSet::new));
        alike.add(customerId);
        return alike;
    }
}
