package org.postroad.predict.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularityTest {

    private static final int END = 4_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void findsTheShapeOfErlangTimes(int regularity) {
        RepeatPurchaseModel model =
                new RepeatPurchaseModel(DropoutRule.AFTER_EVERY_PURCHASE, regularity, 20, 400 / regularity, .5, 10);
        List<CustomerPurchases> customers = new SimulatedCustomers(model, 3).until(3_000, END);
        assertThat(Regularity.estimate(customers, END)).isCloseTo(regularity, within(.15 * regularity));
    }

    @Test
    void seesNoneInFewCustomers() {
        List<CustomerPurchases> few = IntStream.range(0, 29)
                .mapToObj(i -> CustomerPurchases.of(0, 30, 60, 90))
                .toList();
        assertThat(Regularity.estimate(few, END)).isEqualTo(1);
    }
}
