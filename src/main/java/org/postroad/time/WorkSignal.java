package org.postroad.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postroad.sql.AfterCommit;

/** Wakes the work on this node that a topic concerns, so that it need not wait for the next poll. */
public final class WorkSignal {

    private final List<Consumer<WorkTopic>> listeners = new CopyOnWriteArrayList<>();

    /** Wakes the work of this topic now. Cheap, and harmless if there is none to do. */
    public void signal(WorkTopic topic) {
        listeners.forEach(listener -> listener.accept(topic));
    }

    /** Wakes the work of this topic after the commit of the current transaction; now, if there is none. */
    public void signalAfterCommit(WorkTopic topic) {
        AfterCommit.run(() -> signal(topic));
    }

    /** @param listener is called with each topic, in the thread that signals */
    public void addListener(Consumer<WorkTopic> listener) {
        listeners.add(listener);
    }
}
