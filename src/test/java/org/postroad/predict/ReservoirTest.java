package org.postroad.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReservoirTest {

    @Test
    void keepsAllOfAFew() {
        assertThat(sample(100, 3)).containsExactly(0, 1, 2);
    }

    @Test
    void drawsFromAllOfMany() {
        assertThat(sample(1_000, 100_000)).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(sample(1_000, 100_000).stream()
                        .mapToInt(each -> each)
                        .average()
                        .orElseThrow())
                .isCloseTo(50_000, within(3_000.0));
    }

    private static List<Integer> sample(int size, int offered) {
        Reservoir<Integer> reservoir = new Reservoir<>(size, new SplittableRandom(1));
        IntStream.range(0, offered).forEach(reservoir::offer);
        return reservoir.sample();
    }
}
