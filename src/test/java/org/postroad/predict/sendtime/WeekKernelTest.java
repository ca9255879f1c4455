package org.postroad.predict.sendtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeekKernelTest {

    private static final int SUNDAY_2345 = WeekSlots.A_WEEK - 1;
    private static final int MONDAY_MIDNIGHT = 0;

    private final WeekKernel kernel = new WeekKernel(30, 0.2);

    @Test
    void sundayNightAndMondayMorningAreNeighbours() {
        double[] near = kernel.smooth(one(SUNDAY_2345));
        assertThat(near[SUNDAY_2345]).isCloseTo(1, within(1e-12));
        assertThat(new WeekKernel(30, 1).smooth(one(SUNDAY_2345))[MONDAY_MIDNIGHT])
                .isEqualTo(Math.exp(-0.125), within(1e-12));
    }

    @Test
    void fallsLikeAGaussianInTimeOfDay() {
        int noon = 48;
        double[] near = kernel.smooth(one(noon));
        assertThat(near[noon + 2]).isCloseTo(Math.exp(-0.5), within(1e-12));
        assertThat(near[noon - 4]).isCloseTo(Math.exp(-2), within(1e-12));
        assertThat(near[noon + 12]).isZero();
    }

    @Test
    void daysOfTheSameKindAreAlike() {
        int noon = 48;
        double[] near = kernel.smooth(one(noon));
        assertThat(near[4 * WeekSlots.A_DAY + noon]).as("Friday").isEqualTo(1);
        assertThat(near[5 * WeekSlots.A_DAY + noon]).as("Saturday").isEqualTo(0.2);
    }

    @Test
    void smoothsASumAsTheSumOfWhatIsSmoothed() {
        double[] both = one(3);
        both[400] = 2;
        assertThat(kernel.smooth(both)[5])
                .isCloseTo(kernel.smooth(one(3))[5] + 2 * kernel.smooth(one(400))[5], within(1e-12));
    }

    private static double[] one(int slot) {
        double[] counts = new double[WeekSlots.A_WEEK];
        counts[slot] = 1;
        return counts;
    }
}
