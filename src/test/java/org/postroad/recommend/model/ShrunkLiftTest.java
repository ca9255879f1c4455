package org.postroad.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShrunkLiftTest {

    @Test
    void isNothingForPairsByChance() {
        assertThat(ShrunkLift.log(10, 100, 100, 1_000)).isZero();
        assertThat(ShrunkLift.log(0, 0, 0, 0)).isZero();
    }

    @Test
    void approachesTheLiftWithManyOrders() {
        assertThat(ShrunkLift.log(40_000, 100_000, 100_000, 1_000_000)).isCloseTo(Math.log(4), within(1e-3));
    }

    @Test
    void believesManyOrdersMoreThanFew() {
        assertThat(ShrunkLift.log(1, 1, 1, 1_000)).isLessThan(ShrunkLift.log(20, 100, 100, 1_000));
    }

    @Test
    void isTheSameBothWaysAndNegativeBelowChance() {
        assertThat(ShrunkLift.log(7, 50, 80, 1_000)).isEqualTo(ShrunkLift.log(7, 80, 50, 1_000));
        assertThat(ShrunkLift.log(0, 100, 100, 1_000)).isNegative();
    }
}
