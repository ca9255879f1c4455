package org.postroad.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A read-through memory that lasts for a moment: what another node writes shows within two seconds, what this node
 * writes shows at once. Measures by the machine's running time, since a clock that stands must not freeze the catalog.
 */
final class ShortLivedCache<K, V> {

    private static final long MOMENT = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST_ENTRIES = 50_000;

    private final Map<K, CachedValue<V>> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final LongSupplier nanoTime;

    ShortLivedCache() {
        this(System::nanoTime);
    }

    ShortLivedCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record CachedValue<V>(V value, long readAt) {}

    V get(K key, Function<K, V> loader) {
        return Objects.requireNonNull(
                getAll(List.of(key), missing -> Map.of(key, loader.apply(key))).get(key));
    }

    /** The values of all keys; the loader is asked once, for those that are not remembered, and must answer for each. */
    Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> loader) {
        Map<K, V> found = new HashMap<>();
        List<K> missing = new ArrayList<>();
        for (K key : keys) {
            CachedValue<V> cachedValue = fresh(key);
            if (cachedValue == null) {
                missing.add(key);
            } else {
                found.put(key, cachedValue.value());
            }
        }
        if (!missing.isEmpty()) {
            long before = generation.get();
            Map<K, V> loaded = loader.apply(missing);
            found.putAll(loaded);
            putAll(loaded, before);
        }
        return found;
    }

    private @Nullable CachedValue<V> fresh(K key) {
        CachedValue<V> cachedValue = entries.get(key);
        return cachedValue != null && nanoTime.getAsLong() - cachedValue.readAt() < MOMENT ? cachedValue : null;
    }

    /** What was read before a write must not outlive it. */
    private synchronized void putAll(Map<K, V> loaded, long readIn) {
        if (readIn == generation.get()) {
            if (entries.size() > MOST_ENTRIES) {
                entries.clear();
            }
            loaded.forEach((key, value) -> entries.put(key, new CachedValue<>(value, nanoTime.getAsLong())));
        }
    }

    /** Forgets everything now and, inside a transaction, again once others can see what it wrote. */
    void invalidateAll() {
        clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    clear();
                }
            });
        }
    }

    private synchronized void clear() {
        generation.incrementAndGet();
        entries.clear();
    }
}
