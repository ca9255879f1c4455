package org.postroad.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShortLivedCacheTest {

    long now;
    String stored = "old";
    final List<String> loads = new ArrayList<>();
    final ShortLivedCache<String, String> cache = new ShortLivedCache<>(() -> now);

    @Test
    void loadsOnceInTwoSeconds() {
        assertThat(cache.get("a", this::load)).isEqualTo("old");
        stored = "new";
        assertThat(cache.get("a", this::load)).isEqualTo("old");
        assertThat(loads).containsExactly("a");

        now += TimeUnit.SECONDS.toNanos(2);
        assertThat(cache.get("a", this::load)).isEqualTo("new");
    }

    @Test
    void loadsAllMissingValuesAtOnce() {
        cache.get("a", this::load);

        assertThat(cache.getAll(List.of("a", "b", "c"), this::loadAll)).containsOnlyKeys("a", "b", "c");
        assertThat(loads).containsExactly("a", "[b, c]");
    }

    @Test
    void showsAWriteAtOnce() {
        cache.get("a", this::load);
        stored = "new";
        cache.invalidateAll();

        assertThat(cache.get("a", this::load)).isEqualTo("new");
    }

    @Test
    void doesNotKeepAValueReadBeforeAWrite() {
        cache.get("a", key -> {
            stored = "new";
            cache.invalidateAll();
            return "old";
        });

        assertThat(cache.get("a", this::load)).isEqualTo("new");
    }

    private String load(String key) {
        loads.add(key);
        return stored;
    }

    private Map<String, String> loadAll(Collection<String> keys) {
        loads.add(keys.toString());
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> stored));
    }
}
