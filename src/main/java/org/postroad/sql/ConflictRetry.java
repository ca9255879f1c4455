package org.postroad.sql;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Repeats a transaction that another one was in the way of ({@link DatabaseFault#CONFLICT}). */
public final class ConflictRetry {

    private static final int MOST_ATTEMPTS = 5;
    private static final int LONGEST_PAUSE_MILLIS = 40; // times the number of the attempt

    private ConflictRetry() {}

    /**
     * Runs the transaction up to five times, with a short random pause after each conflict.
     *
     * @param transaction opens a transaction of its own each time, and changes nothing but the database
     * @throws RuntimeException what the transaction threw: at once if it was no conflict, else the last one
     */
    public static <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (DatabaseFault.of(failure) != DatabaseFault.CONFLICT || attempt == MOST_ATTEMPTS) {
                    throw failure;
                }
                pauseAfter(attempt);
            }
        }
    }

    /** As {@link #run(Supplier)}, without a result. */
    public static void run(Runnable transaction) {
        run(() -> {
            transaction.run();
            return true;
        });
    }

    private static void pauseAfter(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS) * (long) attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
