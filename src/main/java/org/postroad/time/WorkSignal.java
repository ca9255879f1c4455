package org.postroad.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postroad.sql.AfterCommit;

/** Wakes all background threads of this node when there is new work, so that it need not wait for the next poll. */
public final class WorkSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Wakes the threads now. Cheap, and harmless without new work. */
    public void signal() {
        listeners.forEach(Runnable::run);
    }

    /** Wakes the threads after the commit of the current transaction; now, if there is none. */
    public void signalAfterCommit() {
        AfterCommit.run(this::signal);
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }
}
