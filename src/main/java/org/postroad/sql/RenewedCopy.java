package org.postroad.sql;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A copy of something in the database that changes seldom and is asked for all the time. After a change on this node it is
 * read again before anybody gets it. A change on another node is found by the revision, which one thread asks for once a
 * second while the others go on with the copy.
 *
 * @param <T> immutable
 */
public final class RenewedCopy<T> {

    private static final long ASK_AFTER = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier ownChanges;
    private final Supplier<String> revision;
    private final Supplier<T> read;
    private final LongSupplier nanoTime;
    private final Lock renewal = new ReentrantLock();
    private volatile @Nullable Copy<T> copy;

    /**
     * @param ownChanges another number after each change on this node
     * @param revision another text after each change on any node; one cheap query
     * @param read reads the value
     * @param nanoTime as {@link System#nanoTime}
     */
    public RenewedCopy(LongSupplier ownChanges, Supplier<String> revision, Supplier<T> read, LongSupplier nanoTime) {
        this.ownChanges = ownChanges;
        this.revision = revision;
        this.read = read;
        this.nanoTime = nanoTime;
    }

    private record Copy<T>(T value, String revision, long ownChanges, long askedAt) {}

    /** The present value. */
    public T get() {
        Copy<T> present = copy;
        if (present == null || present.ownChanges() != ownChanges.getAsLong()) {
            return renewed();
        }
        if (nanoTime.getAsLong() - present.askedAt() >= ASK_AFTER && renewal.tryLock()) {
            return renewedAndUnlocked();
        }
        return present.value();
    }

    /** The next to ask gets what is in the database then. */
    public void expire() {
        copy = null;
    }

    private T renewed() {
        renewal.lock();
        return renewedAndUnlocked();
    }

    private T renewedAndUnlocked() {
        try {
            Copy<T> present = copy;
            long changes = ownChanges.getAsLong();
            long now = nanoTime.getAsLong();
            if (present != null && present.ownChanges() == changes && now - present.askedAt() < ASK_AFTER) {
                return present.value(); // another thread was faster
            }
            String current = revision.get();
            T value = present != null && present.revision().equals(current) ? present.value() : read.get();
            copy = new Copy<>(value, current, changes, now);
            return value;
        } finally {
            renewal.unlock();
        }
    }
}
