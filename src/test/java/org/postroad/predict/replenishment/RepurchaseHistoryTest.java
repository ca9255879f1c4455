package org.postroad.predict.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepurchaseHistoryTest {

    @Test
    void countsDaysPerUnitOfTheFormerPurchase() {
        RepurchaseHistory history = RepurchaseHistory.of(new int[] {40, 0, 0, 10}, new double[] {5, 1, 1, 3}, 47);
        double first = Math.log(10 / 2.0);
        double second = Math.log(30 / 3.0);
        assertThat(history.intervals()).isEqualTo(2);
        assertThat(history.meanLog()).isCloseTo((first + second) / 2, within(1e-12));
        assertThat(history.squaredDeviations()).isCloseTo((first - second) * (first - second) / 2, within(1e-12));
        assertThat(history.silence()).isEqualTo(7);
        assertThat(history.units()).isEqualTo(5);
    }

    @Test
    void leavesOutReturnsAndWhatIsNotKnownYet() {
        RepurchaseHistory history = RepurchaseHistory.of(
                new int[] {1, 2, 3, 4, 9}, new double[] {1, -1, Double.NaN, Double.POSITIVE_INFINITY, 1}, 8);
        assertThat(history).isEqualTo(new RepurchaseHistory(0, 0, 0, 7, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> RepurchaseHistory.of(new int[] {5}, new double[] {1}, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepurchaseHistory(0, Double.NaN, 0, 1, 1));
    }

    @Test
    void isSmallForFiftyThousandPurchases() {
        int[] days = IntStream.range(0, 50_000).map(i -> i / 100).toArray();
        double[] units = IntStream.range(0, 50_000).mapToDouble(i -> .01).toArray();
        RepurchaseHistory history = RepurchaseHistory.of(days, units, 499);
        assertThat(history.intervals()).isEqualTo(499);
        assertThat(history.meanLog()).isCloseTo(0, within(1e-9));
    }
}
