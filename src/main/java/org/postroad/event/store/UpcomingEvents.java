package org.postroad.event.store;

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

    private final ThreadLocal<@Nullable Set<String>> hidden = new ThreadLocal<>();

    /** Hides the events of the batch while it is handled. */
    public void hide(List<Event> batch, Runnable handling) {
        hidden.set(batch.stream().map(Event::id).collect(Collectors.toCollection(HashSet::new)));
        try {
            handling.run();
        } finally {
            hidden.remove();
        }
    }

    /** The turn of these has come. */
    public void show(List<Event> part) {
        Set<String> ids = hidden.get();
        if (ids != null) {
            part.forEach(event -> ids.remove(event.id()));
        }
    }

    /** Whether a batch is handled on this thread: what waits in the inbox then comes later, too. */
    boolean areHidden() {
        return hidden.get() != null;
    }

    boolean contains(Event event) {
        Set<String> ids = hidden.get();
        return ids != null && ids.contains(event.id());
    }
}
