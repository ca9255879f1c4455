package org.postroad.sql;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A look at the database that many ask for and that need not be fresh: done at most every two seconds, whoever asks, and
 * by one at a time. The others get what was seen last, so that a slow database holds up one caller and not all.
 */
public final class CachedQuery<T> {

    private static final long MOMENT = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<T> look;
    private final T unknown;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private volatile T seen;

    /** @param unknown what is said before the first look and when the database does not answer */
    public CachedQuery(Supplier<T> look, T unknown) {
        this(look, unknown, System::nanoTime);
    }

    CachedQuery(Supplier<T> look, T unknown, LongSupplier nanoTime) {
        this.look = look;
        this.unknown = unknown;
        this.nanoTime = nanoTime;
        this.nextLook = new AtomicLong(nanoTime.getAsLong());
        this.seen = unknown;
    }

    public T get() {
        long now = nanoTime.getAsLong();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + MOMENT)) {
            seen = queried();
        }
        return seen;
    }

    private T queried() {
        try {
            return look.get();
        } catch (RuntimeException databaseDoesNotAnswer) {
            return unknown;
        }
    }
}
