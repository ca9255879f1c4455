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
    String shelf = "old";
    final List<String> asked = new ArrayList<>();
    final ShortLivedCache<String, String> memory = new ShortLivedCache<>(() -> now);

    @Test
    void asksOnceInAMoment() {
        assertThat(memory.get("a", this::load)).isEqualTo("old");
        shelf = "new";
        assertThat(memory.get("a", this::load)).isEqualTo("old");
        assertThat(asked).containsExactly("a");

        now += TimeUnit.SECONDS.toNanos(2);
        assertThat(memory.get("a", this::load)).isEqualTo("new");
    }

    @Test
    void asksForAllThatIsMissingAtOnce() {
        memory.get("a", this::load);

        assertThat(memory.getAll(List.of("a", "b", "c"), this::loadAll)).containsOnlyKeys("a", "b", "c");
        assertThat(asked).containsExactly("a", "[b, c]");
    }

    @Test
    void showsAWriteAtOnce() {
        memory.get("a", this::load);
        shelf = "new";
        memory.invalidateAll();

        assertThat(memory.get("a", this::load)).isEqualTo("new");
    }

    @Test
    void doesNotKeepWhatWasReadBeforeAWriteThatOvertookIt() {
        memory.get("a", key -> {
            shelf = "new";
            memory.invalidateAll();
            return "old";
        });

        assertThat(memory.get("a", this::load)).isEqualTo("new");
    }

    private String load(String key) {
        asked.add(key);
        return shelf;
    }

    private Map<String, String> loadAll(Collection<String> keys) {
        asked.add(keys.toString());
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> shelf));
    }
}
