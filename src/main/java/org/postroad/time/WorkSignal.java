package org.postroad.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postroad.sql.AfterCommit;

/** Rung when new work has come, so that nobody waits for the next poll. */
public final class WorkSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Wakes whoever listens; cheap, and harmless when nothing has come. */
    public void signal() {
        listeners.forEach(Runnable::run);
    }

    /** Rings once the transaction of this thread is committed; now, if there is none. */
    public void signalAfterCommit() {
        AfterCommit.run(this::signal);
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }
}
