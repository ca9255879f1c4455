package org.postroad.predict.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.postroad.predict.PredictedAmount;

class SpendModelTest {

    private static final SpendModel SPEND = new SpendModel(6.25, 3.74, 15.44);
    private static final SpendHistory UNKNOWN = new SpendHistory(0, 0);

    private final RandomDataGenerator random = new RandomDataGenerator(11);

    @Test
    void findsTheParametersOfSimulatedCustomers() {
        List<SpendHistory> customers =
                IntStream.range(0, 3_000).mapToObj(i -> customer(1 + i % 5)).toList();
        SpendModel found = SpendModel.fit(customers).orElseThrow();
        assertThat(found.p()).isCloseTo(SPEND.p(), within(.6));
        assertThat(found.q()).isCloseTo(SPEND.q(), within(.4));
        assertThat(found.expected(UNKNOWN)).isCloseTo(SPEND.expected(UNKNOWN), within(1.0));
    }

    private SpendHistory customer(int purchases) {
        double rate = random.nextGamma(SPEND.q(), 1 / SPEND.v());
        double sum = 0;
        for (int i = 0; i < purchases; i++) {
            sum += random.nextGamma(SPEND.p(), 1 / rate);
        }
        return new SpendHistory(purchases, sum / purchases);
    }

    @Test
    void movesFromTheMeanOfAllToTheCustomersOwn() {
        double all = SPEND.expected(UNKNOWN);
        assertThat(SPEND.expected(new SpendHistory(1, 3 * all))).isBetween(1.5 * all, 3 * all);
        assertThat(SPEND.expected(new SpendHistory(1_000, 3 * all))).isCloseTo(3 * all, within(.01 * all));
    }

    @Test
    void isSensibleForOnePurchaseAndForAllAlike() {
        SpendModel one =
                SpendModel.fitWithPrior(List.of(new SpendHistory(1, 40))).orElseThrow();
        assertThat(one.expected(UNKNOWN)).isBetween(20.0, 80.0);
        SpendModel alike = SpendModel.fitWithPrior(Collections.nCopies(50, new SpendHistory(3, 40)))
                .orElseThrow();
        assertThat(alike.expected(UNKNOWN)).isCloseTo(40, within(1.0));
        assertThat(SpendModel.fitWithPrior(List.of(UNKNOWN))).isEqualTo(Optional.empty());
    }

    /** The interval of the value within a horizon holds as many of simulated futures as it says. */
    @Test
    void hasAnIntervalOfTheValueThatHolds() {
        RepeatPurchaseModel purchases = new RepeatPurchaseModel(DropoutRule.AFTER_EVERY_PURCHASE, 2, 8, 60, 1, 9);
        SpendHistory spending = new SpendHistory(4, 30);
        PurchaseForecast forecast = purchases.forecast(new PurchaseHistory(4, 100, 110, 4 * Math.log(25)), 365);
        PredictedAmount value = new ValueForecast(forecast, SPEND, spending).predict();
        List<Double> futures = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            futures.add(spendOf(draw(forecast), spending));
        }
        assertThat(futures.stream().mapToDouble(each -> each).average().orElseThrow())
                .isCloseTo(value.expected(), within(.02 * value.expected()));
        assertThat(share(futures, value.low())).isCloseTo(.1, within(.01));
        assertThat(share(futures, value.high())).isCloseTo(.9, within(.01));
    }

    private int draw(PurchaseForecast forecast) {
        double level = random.nextUniform(0, 1);
        int n = 0;
        while (level < forecast.probabilityOfAtLeast(n + 1)) {
            n++;
        }
        return n;
    }

    private double spendOf(int purchases, SpendHistory spending) {
        double rate = random.nextGamma(SPEND.shape(spending), 1 / SPEND.scale(spending));
        return purchases == 0 ? 0 : random.nextGamma(SPEND.p() * purchases, 1 / rate);
    }

    private static double share(List<Double> futures, double upTo) {
        return futures.stream().filter(each -> each <= upTo).count() / (double) futures.size();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendHistory(1, -3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendHistory(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendHistory(1, Double.NaN));
    }
}
