package org.postroad.event.shard;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.postroad.sql.DatabaseFault;
import org.postroad.sql.JvmFault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How an item is processed that failed alone, before its queue gives it up: each part of the work that may fail by itself
 * (a journey, above all) runs in a savepoint, and what fails is kept for later by whoever attempts it, while the rest of
 * the item takes effect. Nobody pays for savepoints as long as nothing fails.
 */
@Component
public final class Isolation {

    private final ThreadLocal<Boolean> active = ThreadLocal.withInitial(() -> false);
    private final TransactionTemplate savepoint;

    Isolation(PlatformTransactionManager transactions) {
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    int run(IntSupplier work) {
        active.set(true);
        try {
            return work.getAsInt();
        } finally {
            active.remove();
        }
    }

    /** Whether the current thread processes an item that failed before. */
    public boolean isActive() {
        return active.get();
    }

    /**
     * Runs a part of the item in a savepoint of the current transaction. If the part fails, what it wrote is undone.
     *
     * @return the failure, empty if the part succeeded; failures of the database or the JVM are not the part's, and thrown
     */
    public Optional<Throwable> attempt(Runnable part) {
        try {
            savepoint.executeWithoutResult(status -> part.run());
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            if (JvmFault.isFatal(failure) || DatabaseFault.of(failure) != DatabaseFault.OTHER) {
                throw failure;
            }
            return Optional.of(failure);
        }
    }
}
