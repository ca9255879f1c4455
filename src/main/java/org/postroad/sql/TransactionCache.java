package org.postroad.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction knows of a table, by key: a row is read once, and its changes are written once, before the
 * commit. A store keeps one and puts every own write into it, so that readers in the same transaction see the write. A
 * statement that reads the table by other ways must {@link #flush} first.
 *
 * <p>Without a transaction, and in a read-only one (which may read a whole table), nothing is kept. A rollback to a
 * savepoint forgets what was read, and keeps what has changed.
 */
public final class TransactionCache<K, V> {

    private final Function<Collection<K>, Map<K, V>> read;
    private final Consumer<Map<K, V>> write;

    /** For a table whose changes the store writes at once, before it puts them here. */
    public TransactionCache(Function<Collection<K>, Map<K, V>> read) {
        this(read, changed -> {});
    }

    /**
     * @param read the rows with these keys; a key without a row is absent
     * @param write writes the rows that were {@linkplain #change changed}, before the commit
     */
    public TransactionCache(Function<Collection<K>, Map<K, V>> read, Consumer<Map<K, V>> write) {
        this.read = read;
        this.write = write;
    }

    /** Whether the current transaction keeps what it reads. */
    public static boolean isActive() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** The rows with these keys; a key without a row is absent. Reads those that are not known yet with one query. */
    public Map<K, V> getAll(Collection<K> keys) {
        return isActive() ? known().getAll(keys) : read.apply(keys);
    }

    /** Whoever is the first to need a row that is not known yet reads these with it, too. */
    public void expect(Collection<K> keys) {
        if (isActive()) {
            known().expected.addAll(keys);
        }
    }

    /** Keeps rows as they are stored now; without a value, that there is none. Nothing happens without a transaction. */
    public void put(K key, @Nullable V value) {
        if (isActive()) {
            known().rows.put(key, Optional.ofNullable(value));
        }
    }

    /** Changes a row; it is written before the commit, or now if there is no transaction. */
    public void change(K key, V value) {
        if (isActive()) {
            known().change(key, value);
        } else {
            write.accept(Map.of(key, value));
        }
    }

    /** Forgets rows that have been written by other ways; they are read again when they are needed. */
    public void forget(Collection<K> keys) {
        Known bound = bound();
        if (bound != null) {
            bound.forget(keys);
        }
    }

    /** Writes what has changed so far. */
    public void flush() {
        Known bound = bound();
        if (bound != null) {
            bound.flush();
        }
    }

    @SuppressWarnings("unchecked") // bound by this instance, under itself
    private @Nullable Known bound() {
        return (Known) TransactionSynchronizationManager.getResource(this);
    }

    private Known known() {
        Known bound = bound();
        if (bound != null) {
            return bound;
        }
        Known known = new Known();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(known);
        return known;
    }

    /** What one transaction knows. */
    private final class Known implements TransactionSynchronization {

        private final Map<K, Optional<V>> rows = new HashMap<>();
        private final Set<K> changed = new HashSet<>();
        private final Set<K> written = new HashSet<>();
        private final Set<K> expected = new HashSet<>();

        Map<K, V> getAll(Collection<K> keys) {
            Set<K> unknown = new HashSet<>(keys);
            unknown.removeAll(rows.keySet());
            if (!unknown.isEmpty()) {
                expected.removeAll(rows.keySet());
                unknown.addAll(expected);
                expected.clear();
                Map<K, V> found = read.apply(unknown);
                unknown.forEach(key -> rows.put(key, Optional.ofNullable(found.get(key))));
            }
            Map<K, V> wanted = new HashMap<>();
            keys.forEach(key -> rows.getOrDefault(key, Optional.empty()).ifPresent(value -> wanted.put(key, value)));
            return wanted;
        }

        void change(K key, V value) {
            rows.put(key, Optional.of(value));
            changed.add(key);
        }

        void forget(Collection<K> keys) {
            keys.forEach(rows::remove);
            keys.forEach(changed::remove);
        }

        @Override
        public void flush() {
            if (!changed.isEmpty()) {
                Map<K, V> values = new HashMap<>();
                changed.forEach(
                        key -> rows.getOrDefault(key, Optional.empty()).ifPresent(value -> values.put(key, value)));
                written.addAll(changed);
                changed.clear();
                write.accept(values);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            flush();
        }

        /** Called when the savepoint is there already: what is written from now on may be undone. */
        @Override
        public void savepoint(Object savepoint) {
            written.clear();
        }

        @Override
        public void savepointRollback(Object savepoint) {
            changed.addAll(written);
            written.clear();
            rows.keySet().retainAll(changed);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionCache.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionCache.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionCache.this);
        }
    }
}
