package org.postroad.sql;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs code after the commit of the current transaction, such as signals and counters. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs it after the caller's transaction has committed, at once if there is none, and never after a rollback. */
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
