package org.postroad.predict.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerPurchasesTest {

    private static final CustomerPurchases PURCHASES =
            CustomerPurchases.of(new int[] {20, 10, 10, 50}, new double[] {30, 5, 7, Double.NaN});

    @Test
    void countsPurchasesOfOneDayAsOne() {
        assertThat(PURCHASES.countUntil(9)).isZero();
        assertThat(PURCHASES.countUntil(10)).isEqualTo(1);
        assertThat(PURCHASES.countBetween(10, 50)).isEqualTo(2);
        assertThat(PURCHASES.amountBetween(9, 20)).isEqualTo(42);
        assertThat(PURCHASES.amountBetween(20, 10)).isZero();
        assertThat(PURCHASES.spendAt(10)).isEqualTo(new SpendHistory(1, 12));
    }

    @Test
    void knowsADayAsItWas() {
        PurchaseHistory history = PURCHASES.historyAt(60);
        assertThat(PURCHASES.historyAt(30)).isEqualTo(new PurchaseHistory(1, 10, 20, Math.log(10)));
        assertThat(history.sumOfLogIntervals()).isCloseTo(Math.log(10) + Math.log(30), within(1e-12));
        assertThat(PURCHASES.intervalsUntil(60)).containsExactly(10, 30);
        assertThatIllegalArgumentException().isThrownBy(() -> PURCHASES.historyAt(9));
    }

    @Test
    void leavesOutAmountsThatAreNotKnown() {
        CustomerPurchases odd =
                CustomerPurchases.of(new int[] {1, 2, 3, 4}, new double[] {Double.POSITIVE_INFINITY, -5, 0, 10});
        assertThat(odd.spendAt(9)).isEqualTo(new SpendHistory(1, 10));
        assertThat(odd.repeatSpendAt(3)).isEqualTo(new SpendHistory(0, 0));
        assertThat(odd.countUntil(9)).isEqualTo(4);
    }

    @Test
    void isSmallForFiftyThousandPurchases() {
        CustomerPurchases many = CustomerPurchases.of(
                IntStream.range(0, 50_000).map(i -> i / 100).toArray());
        assertThat(many.countUntil(1_000)).isEqualTo(500);
    }
}
