package org.postroad.predict.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepurchaseHistoryTest {

    @Test
    void countsDaysAndTheUnitsOfTheFormerPurchase() {
        RepurchaseHistory history = RepurchaseHistory.of(new int[] {40, 0, 0, 10}, new double[] {5, 1, 1, 3}, 47);
        assertThat(history.intervals().count()).isEqualTo(2);
        assertThat(history.silence()).isEqualTo(7);
        assertThat(history.units()).isEqualTo(5);
        for (double elasticity : new double[] {0, .3, 1}) {
            double first = Math.log(10) - elasticity * Math.log(2);
            double second = Math.log(30) - elasticity * Math.log(3);
            assertThat(history.intervals().meanOfOneUnit(elasticity)).isCloseTo((first + second) / 2, within(1e-12));
            assertThat(history.intervals().squaresOfOneUnit(elasticity))
                    .isCloseTo((first - second) * (first - second) / 2, within(1e-12));
        }
    }

    @Test
    void leavesOutReturnsAndWhatIsNotKnownYet() {
        RepurchaseHistory history = RepurchaseHistory.of(
                new int[] {1, 2, 3, 4, 9}, new double[] {1, -1, Double.NaN, Double.POSITIVE_INFINITY, 1}, 8);
        assertThat(history).isEqualTo(new RepurchaseHistory(LogIntervals.NONE, 7, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RepurchaseHistory.of(new int[] {5}, new double[] {1}, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepurchaseHistory(LogIntervals.NONE, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogIntervals(1, Double.NaN, 0, 0, 0, 0));
    }

    @Test
    void isSmallForFiftyThousandPurchases() {
        int[] days = IntStream.range(0, 50_000).map(i -> i / 100).toArray();
        double[] units = IntStream.range(0, 50_000).mapToDouble(i -> .01).toArray();
        RepurchaseHistory history = RepurchaseHistory.of(days, units, 499);
        assertThat(history.intervals().count()).isEqualTo(499);
        assertThat(history.intervals().meanOfOneUnit(1)).isCloseTo(0, within(1e-9));
    }
}
