package org.postroad.sql;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Caches the result of a query that many callers need and that may be slightly old. Runs the query at most every two
 * seconds, in the thread of one caller. The others get the latest result, so that a slow database blocks one caller and
 * not all.
 */
public final class CachedQuery<T> {

    private static final long REFRESH_AFTER = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<T> query;
    private final T unknown;
    private final LongSupplier nanoTime;
    private final AtomicLong nextQuery;
    private volatile T latest;

    /** @param unknown the result before the first query, and while the query fails */
    public CachedQuery(Supplier<T> query, T unknown) {
        this(query, unknown, System::nanoTime);
    }

    CachedQuery(Supplier<T> query, T unknown, LongSupplier nanoTime) {
        this.query = query;
        this.unknown = unknown;
        this.nanoTime = nanoTime;
        this.nextQuery = new AtomicLong(nanoTime.getAsLong());
        this.latest = unknown;
    }

    public T get() {
        long now = nanoTime.getAsLong();
        long due = nextQuery.get();
        if (now - due >= 0 && nextQuery.compareAndSet(due, now + REFRESH_AFTER)) {
            latest = queried();
        }
        return latest;
    }

    private T queried() {
        try {
            return query.get();
        } catch (RuntimeException databaseFailure) {
            return unknown;
        }
    }
}
