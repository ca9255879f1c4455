package org.postroad.predict.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Window WINDOW = Window.of(
            List.of(CustomerPurchases.of(0, 8, 12, 20, 21), CustomerPurchases.of(5), CustomerPurchases.of(11)), 10, 10);

    @Test
    void knowsNothingAfterItsDay() {
        assertThat(WINDOW.histories())
                .containsExactly(new PurchaseHistory(1, 8, 10, Math.log(8)), new PurchaseHistory(0, 0, 5, 0));
        assertThat(WINDOW.bought()).containsExactly(2, 0);
    }

    @Test
    void measuresTheErrorOfWhatWasExpected() {
        RepeatPurchaseModel never = new RepeatPurchaseModel(DropoutRule.AFTER_EVERY_PURCHASE, 1, 1e-9, 1e9, 1, 1);
        assertThat(WINDOW.meanSquaredError(never)).isCloseTo(2, within(1e-6));
        assertThat(WINDOW.boughtAny()).containsExactly(true, false);
        assertThat(WINDOW.hasAtLeastOfBoth(1)).isTrue();
        assertThat(WINDOW.hasAtLeastOfBoth(2)).isFalse();
    }
}
