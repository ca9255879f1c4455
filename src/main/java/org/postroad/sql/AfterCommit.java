package org.postroad.sql;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For what must not be said before it is true: rung bells and counted numbers. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs it once the caller's transaction is committed, at once if there is none, and never after a rollback. */
    public static void run(Runnable then) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            then.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }
}
