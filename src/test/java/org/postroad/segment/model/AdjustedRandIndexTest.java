package org.postroad.segment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdjustedRandIndexTest {

    @Test
    void isOneWhateverTheGroupsAreCalled() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 2}, new int[] {5, 5, 9, 7}))
                .isEqualTo(1);
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 0}, new int[] {1, 1, 1}))
                .isEqualTo(1);
    }

    /** The documentation of scikit-learn's adjusted_rand_score. */
    @Test
    void isAsPublished() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}))
                .isCloseTo(.57, within(.005));
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
                .isCloseTo(-.5, within(1e-12));
    }
}
