package org.postroad.predict.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatPurchaseModelTest {

    /** CDNOW in weeks, as published by Fader, Hardie and Lee (2005). */
    private static final RepeatPurchaseModel CDNOW =
            new RepeatPurchaseModel(DropoutRule.AFTER_REPEATS, 1, .243, 4.414, .793, 2.426);

    private static final RepeatPurchaseModel REGULAR =
            new RepeatPurchaseModel(DropoutRule.AFTER_EVERY_PURCHASE, 3, 1.3, 20, .5, .9);

    /** So slow that rounding to days does not matter. */
    private static final RepeatPurchaseModel SLOW =
            new RepeatPurchaseModel(DropoutRule.AFTER_EVERY_PURCHASE, 3, 2, 100, .5, .9);

    private static final int HALF = 500;

    @Test
    void expectsWhatThePaperPublished() {
        PurchaseHistory history = new PurchaseHistory(2, 30.43, 38.86, 0);
        assertThat(CDNOW.forecast(history, 39).expected()).isCloseTo(1.226, within(.001));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 38.86, 39", "1, 1.71, 38.86, 39", "7, 30, 30.5, 10", "2, 30.43, 38.86, 200"})
    void expectsWhatTheHypergeometricFunctionGives(int repeats, double recency, double age, double horizon) {
        PurchaseHistory history = new PurchaseHistory(repeats, recency, age, 0);
        assertThat(CDNOW.forecast(history, horizon).expected()).isCloseTo(fader(CDNOW, history, horizon), within(1e-6));
    }

    /** Equation 10 of Fader, Hardie and Lee (2005), with the Gaussian series for the hypergeometric function. */
    private static double fader(RepeatPurchaseModel model, PurchaseHistory history, double horizon) {
        int x = history.repeats();
        double r = model.r() + x;
        double past = model.alpha() + history.age();
        double c = model.a() + model.b() + x - 1;
        double z = horizon / (past + horizon);
        double hypergeometric = 0;
        double term = 1;
        for (int i = 0; i < 100_000; i++) {
            hypergeometric += term;
            term *= (r + i) * (model.b() + x + i) / (c + i) / (i + 1) * z;
        }
        double lost =
                x == 0 ? 0 : model.a() / (model.b() + x - 1) * Math.pow(past / (model.alpha() + history.recency()), r);
        return c / (model.a() - 1) * (1 - Math.pow(past / (past + horizon), r) * hypergeometric) / (1 + lost);
    }

    @Test
    void hasTheLikelihoodOfTheExponentialProcess() {
        PurchaseHistory history = new PurchaseHistory(2, 30, 40, Math.log(10) + Math.log(20));
        assertThat(CDNOW.logLikelihood(history)).isCloseTo(Math.log(integrated(CDNOW, 2, 30, 40)), within(1e-3));
    }

    /** The BG/NBD likelihood by brute force, over a grid of λ and p. */
    private static double integrated(RepeatPurchaseModel model, int x, double recency, double age) {
        double sum = 0;
        double weights = 0;
        int grid = 2000;
        for (int i = 0; i < grid; i++) {
            double rate = Math.exp(-80 + 83 * (i + .5) / grid);
            double rateWeight = Math.pow(rate, model.r()) * Math.exp(-model.alpha() * rate);
            for (int j = 0; j < grid; j++) {
                double logit = -25 + 50 * (j + .5) / grid;
                double p = 1 / (1 + Math.exp(-logit));
                double weight = rateWeight * Math.pow(p, model.a()) * Math.pow(1 - p, model.b());
                double alive = Math.pow(1 - p, x) * Math.exp(-rate * age);
                double lost = p * Math.pow(1 - p, x - 1) * Math.exp(-rate * recency);
                sum += weight * Math.pow(rate, x) * (alive + lost);
                weights += weight;
            }
        }
        return sum / weights;
    }

    /** What is forecast of simulated customers is, on average, what they do; by how often and how lately they bought before. */
    @Test
    void forecastsWhatSuchCustomersDo() {
        List<CustomerPurchases> customers = new SimulatedCustomers(SLOW, 7).until(40_000, 2 * HALF);
        List.<Predicate<PurchaseHistory>>of(
                        each -> each.repeats() == 0,
                        each -> each.repeats() == 1,
                        each -> each.repeats() > 3,
                        each -> each.repeats() > 0 && each.recency() < HALF / 2)
                .forEach(group -> assertThatForecastsHold(customers.stream()
                        .filter(each -> group.test(each.historyAt(HALF)))
                        .toList()));
    }

    private static void assertThatForecastsHold(List<CustomerPurchases> customers) {
        double expected = sum(customers, each -> forecast(each).expected());
        double buyers = sum(customers, each -> forecast(each).probabilityOfAtLeast(1));
        assertThat(expected / sum(customers, each -> each.countBetween(HALF, 2 * HALF)))
                .isCloseTo(1, within(.04));
        assertThat(buyers / sum(customers, each -> Math.min(1, each.countBetween(HALF, 2 * HALF))))
                .isCloseTo(1, within(.04));
    }

    private static double sum(List<CustomerPurchases> customers, ToDoubleFunction<CustomerPurchases> value) {
        return customers.stream().mapToDouble(value).sum();
    }

    private static PurchaseForecast forecast(CustomerPurchases customer) {
        return SLOW.forecast(customer.historyAt(HALF), HALF);
    }

    @Test
    void forecastsADistribution() {
        PurchaseForecast forecast = REGULAR.forecast(new PurchaseHistory(5, 100, 110, 10), 365);
        double sum = 0;
        double mean = 0;
        for (int n = 0; n <= forecast.most(); n++) {
            sum += forecast.probabilityOf(n);
            mean += n * forecast.probabilityOf(n);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(forecast.expected(), within(1e-6));
    }

    @Test
    void expectsNothingWithinNoTimeAndMoreWithinMore() {
        PurchaseHistory history = new PurchaseHistory(2, 30, 40, Math.log(10) + Math.log(20));
        double before = -1;
        for (double horizon : new double[] {0, 1e-6, 1, 30, 365, 36_500}) {
            PurchaseForecast forecast = REGULAR.forecast(history, horizon);
            assertThat(forecast.expected()).isGreaterThan(before);
            assertThat(forecast.probabilityOfAtLeast(1)).isBetween(0.0, REGULAR.probabilityAlive(history) + 1e-12);
            before = forecast.expected();
        }
        assertThat(REGULAR.forecast(history, 0).expected()).isZero();
    }

    @Test
    void thinksOneWhoIsSilentForLongLost() {
        double sumOfLogs = 10 * Math.log(7);
        assertThat(REGULAR.probabilityAlive(new PurchaseHistory(10, 70, 75, sumOfLogs)))
                .isGreaterThan(.9);
        assertThat(REGULAR.probabilityAlive(new PurchaseHistory(10, 70, 300, sumOfLogs)))
                .isLessThan(.01);
    }

    @Test
    void doesNotUnderflowForACustomerWhoBuysDailyForFiftyYears() {
        PurchaseHistory daily = new PurchaseHistory(18_000, 18_000, 18_000, 0);
        assertThat(REGULAR.logLikelihood(daily)).isFinite();
        assertThat(REGULAR.forecast(daily, 30).expected()).isCloseTo(30, within(1.5));
    }

    @Test
    void doesNotDependOnTheUnitOfTime() {
        PurchaseHistory days = new PurchaseHistory(2, 30, 40, Math.log(10) + Math.log(20));
        RepeatPurchaseModel weekly = new RepeatPurchaseModel(REGULAR.dropout(), 3, 1.3, 20 / 7.0, .5, .9);
        assertThat(weekly.forecast(days.inUnitsOf(7), 4).expected())
                .isCloseTo(REGULAR.forecast(days, 28).expected(), within(1e-12));
        assertThat(weekly.logLikelihood(days.inUnitsOf(7)))
                .isCloseTo(REGULAR.logLikelihood(days) + 2 * Math.log(7), within(1e-9));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(0, 3, 5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(1, 6, 5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseHistory(1, 3, Double.NaN, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CDNOW.forecast(new PurchaseHistory(0, 0, 5, 0), Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatPurchaseModel(DropoutRule.AFTER_REPEATS, 1, Double.NaN, 1, 1, 1));
    }
}
