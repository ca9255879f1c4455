package org.postroad.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A read-through cache that keeps values for two seconds: a write on another node shows within that time, a write on this
 * node at once. Measures the machine's running time, since a clock that is frozen must not freeze the catalog.
 */
final class ShortLivedCache<K, V> {

    private static final Duration EXPIRES_AFTER = Duration.ofSeconds(2);
    private static final int MOST_ENTRIES = 50_000;

    private final Ticker ticker;

    /** Replaced at a write, so that a value read before the write ends up in a cache that nobody uses any more. */
    private volatile Cache<K, V> entries;

    ShortLivedCache() {
        this(Ticker.systemTicker());
    }

    ShortLivedCache(Ticker ticker) {
        this.ticker = ticker;
        this.entries = empty();
    }

    private Cache<K, V> empty() {
        return Caffeine.newBuilder()
                .expireAfterWrite(EXPIRES_AFTER)
                .maximumSize(MOST_ENTRIES)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    V get(K key, Function<K, V> loader) {
        return Objects.requireNonNull(
                getAll(List.of(key), missing -> Map.of(key, loader.apply(key))).get(key));
    }

    /** The values of all keys. The loader is called at most once, with the missing keys, and must return all of them. */
    Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> loader) {
        return entries.getAll(keys, missing -> loader.apply(List.copyOf(missing)));
    }

    /** Forgets all values now and, inside a transaction, again once others can see what it wrote. */
    void invalidateAll() {
        entries = empty();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    entries = empty();
                }
            });
        }
    }
}
