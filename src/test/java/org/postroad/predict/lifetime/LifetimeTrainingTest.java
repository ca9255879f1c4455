package org.postroad.predict.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifetimeTrainingTest {

    private static final RepeatPurchaseModel REGULAR =
            new RepeatPurchaseModel(DropoutRule.AFTER_EVERY_PURCHASE, 3, 1.5, 20, .5, 1.5);

    private static final PurchaseHistory NEW = new PurchaseHistory(0, 0, 1, 0);

    @Test
    void knowsSomethingOfNobody() {
        LifetimeModel model = LifetimeTraining.fit(Stream.of(), 100);
        assertThat(model.purchases().name()).isEqualTo("MBG/NBD");
        assertThat(model.customers()).isZero();
        assertThat(model.probabilityOfPurchase(NEW, 90)).isBetween(.1, .9);
        assertThat(model.lifetimeValue(NEW, new SpendHistory(0, 0), 90)).isEmpty();
    }

    @Test
    void isSensibleForOneCustomer() {
        CustomerPurchases sarah = CustomerPurchases.of(new int[] {0, 30, 61}, new double[] {20, 25, 24});
        LifetimeModel model = LifetimeTraining.fit(Stream.of(sarah), 70);
        double expected = model.expectedPurchases(sarah.historyAt(70), 90);
        assertThat(expected).isBetween(1.0, 4.0);
        assertThat(model.lifetimeValue(sarah.historyAt(70), sarah.spendAt(70), 90))
                .hasValueSatisfying(value -> {
                    assertThat(value.expected()).isCloseTo(23 * expected, within(5 * expected));
                    assertThat(value.low()).isLessThan(value.expected());
                    assertThat(value.high()).isGreaterThan(value.expected());
                });
    }

    @Test
    void isSensibleIfAllCustomersAreAlike() {
        List<CustomerPurchases> alike = Collections.nCopies(100, CustomerPurchases.of(0, 30, 60, 90));
        LifetimeModel model = LifetimeTraining.fit(alike.stream(), 95);
        assertThat(model.expectedPurchases(alike.get(0).historyAt(95), 30)).isBetween(.7, 1.3);
    }

    @Test
    void isSensibleIfNobodyBoughtTwice() {
        LifetimeModel model = LifetimeTraining.fit(IntStream.range(0, 100).mapToObj(CustomerPurchases::of), 200);
        assertThat(model.probabilityOfPurchase(new PurchaseHistory(0, 0, 100, 0), 90))
                .isLessThan(.05);
    }

    @Test
    void tellsHowWellItPredictedCustomersInATimeThatItDidNotKnow() {
        List<CustomerPurchases> customers = new SimulatedCustomers(REGULAR, 3).until(600, 400);
        HeldOut heldOut = LifetimeTraining.fit(customers.stream(), 400).heldOut();
        assertThat(heldOut.horizon()).isBetween(90, 100);
        assertThat(heldOut.tenths()).hasSize(10);
        assertThat(heldOut.customers())
                .isEqualTo(customers.stream()
                        .filter(each -> each.countUntil(400 - heldOut.horizon()) > 0)
                        .count());
        assertThat(heldOut.tenths())
                .allSatisfy(tenth -> assertThat(tenth.observed())
                        .isCloseTo(tenth.predicted(), within(4 * Math.sqrt(.25 / tenth.customers()))));
        assertThat(heldOut.tenths().get(9).observed())
                .isGreaterThan(heldOut.tenths().get(0).observed() + .1);
        List<CustomerPurchases> lost =
                customers.stream().map(each -> withoutAfter(each, 300)).toList();
        HeldOut wrong = LifetimeTraining.fit(lost.stream(), 400).heldOut();
        assertThat(wrong.tenths()).as("nobody bought then").isEmpty();
    }

    @Test
    void findsHowRegularlyCustomersBuy() {
        List<CustomerPurchases> customers = new SimulatedCustomers(REGULAR, 3).until(600, 400);
        LifetimeModel model = LifetimeTraining.fit(customers.stream(), 400);
        assertThat(model.purchases().regularity()).isBetween(2, 4);
        assertThat(model.candidates())
                .hasSizeGreaterThan(2)
                .first()
                .satisfies(best ->
                        assertThat(best.model()).isEqualTo(model.purchases().name()));
        assertThat(model.candidates())
                .isSortedAccordingTo(Comparator.comparingDouble(LifetimeModel.Candidate::meanSquaredError));
    }

    /** Bursts with long pauses: the models think lost who is only silent, and an earlier window shows that they come again. */
    @Test
    void learnsThatTheSilentComeAgain() {
        List<CustomerPurchases> customers = IntStream.range(0, 300)
                .mapToObj(i -> i % 3 == 0 ? bursts(i % 80, 80) : bursts(i % 80, 10_000))
                .toList();
        LifetimeModel model = LifetimeTraining.fit(customers.stream(), 480);
        PurchaseHistory silent = customers.get(0).historyAt(460);
        assertThat(model.calibration()).isPresent();
        assertThat(model.probabilityOfPurchase(silent, 120))
                .isGreaterThan(model.purchases().forecast(silent, 120).probabilityOfAtLeast(1))
                .isGreaterThan(.9);
    }

    /** Five days in a row, again and again. */
    private static CustomerPurchases bursts(int first, int each) {
        return CustomerPurchases.of(
                IntStream.range(0, 30).map(i -> first + i / 5 * each + i % 5).toArray());
    }

    @Test
    void doesNotSeeTheFuture() {
        List<CustomerPurchases> all = new SimulatedCustomers(REGULAR, 4).until(300, 300);
        LifetimeModel told = LifetimeTraining.fit(all.stream(), 150);
        LifetimeModel untold = LifetimeTraining.fit(all.stream().map(each -> withoutAfter(each, 150)), 150);
        assertThat(told).isEqualTo(untold);
    }

    private static CustomerPurchases withoutAfter(CustomerPurchases customer, int day) {
        int[] intervals = customer.intervalsUntil(day);
        int[] days = new int[intervals.length + 1];
        days[0] = customer.firstDay();
        for (int i = 0; i < intervals.length; i++) {
            days[i + 1] = days[i] + intervals[i];
        }
        return CustomerPurchases.of(days);
    }

    @Test
    void drawsASampleOfManyCustomers() {
        LifetimeModel model = LifetimeTraining.fit(
                IntStream.range(0, LifetimeTraining.SAMPLE + 5_000).mapToObj(i -> CustomerPurchases.of(i % 7, 9)), 10);
        assertThat(model.customers()).isEqualTo(LifetimeTraining.SAMPLE);
    }
}
