package org.postroad.event;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/** Tells failures that pass by themselves from those that an event brings about. */
final class PassingFailure {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(60);

    private PassingFailure() {}

    static boolean passes(RuntimeException failure) {
        return isConflict(failure) || isOutage(failure);
    }

    /** Somebody else changed the same rows at the same moment: a lock that was lost, a deadlock. */
    static boolean isConflict(RuntimeException failure) {
        return failure instanceof ConcurrencyFailureException;
    }

    /** The database cannot be reached, or has gone away in between. */
    static boolean isOutage(RuntimeException failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessResourceException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransactionException;
    }

    /** Waits a little, by chance longer or shorter, so that the same two do not meet again. */
    static void letPass() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST.toNanos(), LONGEST.toNanos()));
    }
}
