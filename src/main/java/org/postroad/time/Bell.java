package org.postroad.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rung when new work has come, so that nobody waits for the next poll. */
public final class Bell {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Wakes whoever listens; cheap, and harmless when nothing has come. */
    public void ring() {
        listeners.forEach(Runnable::run);
    }

    /** Rings once the transaction of this thread is committed; now, if there is none. */
    public void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    void heardBy(Runnable listener) {
        listeners.add(listener);
    }
}
