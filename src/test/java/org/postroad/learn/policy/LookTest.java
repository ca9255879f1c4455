package org.postroad.learn.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void spendsNoMoreThanIsAllowedHoweverOftenItLooks() {
        double spent = IntStream.rangeClosed(1, 100_000)
                .mapToDouble(number -> new Look(number, 1).alpha())
                .sum();
        assertThat(spent).isLessThan(Look.ALPHA).isCloseTo(Look.ALPHA, within(1e-5));
        assertThat(new Look(1, 1_000).alpha()).isEqualTo(Look.ALPHA / 2);
    }

    @Test
    void countsALookWhenTheLogHasGrownByHalf() {
        Look first = Look.after(null, 1_000).orElseThrow();
        assertThat(Look.after(first, 1_499)).isEmpty();
        assertThat(Look.after(first, 1_500)).isEqualTo(Optional.of(new Look(2, 1_500)));
        assertThat(first.next()).isEqualTo(1_500);
    }
}
