package org.postroad.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rung when new work has come, so that nobody waits for the next poll. */
public final class Bell {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Wakes whoever listens; cheap, and harmless when nothing has come. */
    public void ring() {
        listeners.forEach(Runnable::run);
    }

    void heardBy(Runnable listener) {
        listeners.add(listener);
    }
}
