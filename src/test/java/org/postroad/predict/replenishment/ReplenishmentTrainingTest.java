package org.postroad.predict.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class ReplenishmentTrainingTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();
    private static final RepurchaseHistory ONCE = new RepurchaseHistory(LogIntervals.NONE, 0, 1);

    private final RandomDataGenerator random = new RandomDataGenerator(3);

    /** Customers who buy about every so many days, each with an interval of their own, and who stop with a probability of 10 %. */
    private ProductHistories product(String name, String category, double days, int customers) {
        List<RepurchaseHistory> histories = IntStream.range(0, customers)
                .mapToObj(i -> customer(Math.log(days) + random.nextNormal(0, .3)))
                .toList();
        return new ProductHistories(name, category, UNKNOWN, histories);
    }

    private RepurchaseHistory customer(double meanLog) {
        int today = 365;
        IntStream.Builder days = IntStream.builder();
        int count = 0;
        double day = random.nextUniform(0, 180);
        do {
            days.add((int) day);
            count++;
            day += Math.exp(random.nextNormal(meanLog, .3));
        } while (day <= today && random.nextUniform(0, 1) < .9);
        return RepurchaseHistory.of(
                days.build().toArray(),
                IntStream.range(0, count).mapToDouble(i -> 1).toArray(),
                today);
    }

    @Test
    void findsTheIntervalsOfEachProduct() {
        ReplenishmentModel model = fit(product("coffee", "food", 20, 150), product("soap", "care", 60, 150));
        IntervalModel coffee = model.intervals("coffee", "food", UNKNOWN);
        IntervalModel soap = model.intervals("soap", "care", UNKNOWN);
        assertThat(coffee.forecast(ONCE).days()).isCloseTo(20, within(2.0));
        assertThat(soap.forecast(ONCE).days()).isCloseTo(60, within(9.0));
        assertThat(coffee.a() / (coffee.a() + coffee.b())).isCloseTo(.1, within(.04));
        assertThat(coffee.variance()).isCloseTo(.09, within(.03));
    }

    /** Some use up what they buy; others, such as shops that buy for stock, come as often whatever they buy. */
    @Test
    void learnsWhetherTheQuantityMatters() {
        for (double elasticity : new double[] {0, 1}) {
            List<RepurchaseHistory> histories = IntStream.range(0, 200)
                    .mapToObj(i -> customerWithQuantities(elasticity))
                    .toList();
            ReplenishmentModel model = fit(new ProductHistories("coffee", "", UNKNOWN, histories));
            assertThat(model.intervals("coffee", "", UNKNOWN).elasticity()).isCloseTo(elasticity, within(.1));
        }
    }

    private RepurchaseHistory customerWithQuantities(double elasticity) {
        int[] days = new int[6];
        double[] units = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            units[i] = 1 + random.nextInt(0, 4);
            if (i + 1 < days.length) {
                double log = Math.log(20) + elasticity * Math.log(units[i]) + random.nextNormal(0, .3);
                days[i + 1] = days[i] + (int) Math.ceil(Math.exp(log));
            }
        }
        return RepurchaseHistory.of(days, units, days[days.length - 1]);
    }

    @Test
    void tellsAProductThatFewBoughtFromItsCategory() {
        ReplenishmentModel model = fit(
                product("coffee", "food", 20, 100), product("soap", "care", 60, 100), product("tea", "food", 20, 2));
        assertThat(model.products()).containsOnlyKeys("coffee", "soap");
        assertThat(model.intervals("tea", "food", UNKNOWN))
                .isEqualTo(model.categories().get("food"));
        assertThat(model.intervals("pen", "", UNKNOWN)).isEqualTo(model.all());
        assertThat(model.intervals("pen", "food", OptionalDouble.of(90))
                        .forecast(ONCE)
                        .days())
                .isCloseTo(90, within(.1));
        assertThat(model.intervals("pen", "food", OptionalDouble.of(Double.NaN)))
                .isEqualTo(model.categories().get("food"));
    }

    @Test
    void givesAProductIntervalsOfItsOwnFromFiveCustomersOn() {
        List<RepurchaseHistory> again = product("coffee", "food", 20, 100).histories().stream()
                .filter(each -> each.intervals().count() > 0)
                .toList();
        List<RepurchaseHistory> four = Stream.concat(again.stream().limit(4), Stream.of(ONCE, ONCE, ONCE))
                .toList();
        assertThat(fit(new ProductHistories("coffee", "food", UNKNOWN, four)).products())
                .isEmpty();
        assertThat(fit(new ProductHistories("coffee", "food", UNKNOWN, again.subList(0, 5)))
                        .products())
                .containsOnlyKeys("coffee");
    }

    @Test
    void movesFromWhatTheCatalogueTellsToWhatCustomersDo() {
        List<RepurchaseHistory> histories = product("coffee", "food", 20, 100).histories();
        ReplenishmentModel few = fit(told(histories.stream()
                .filter(each -> each.intervals().count() > 0)
                .limit(5)
                .toList()));
        ReplenishmentModel many = fit(told(histories));
        double fewDays = few.intervals("coffee", "food", UNKNOWN).forecast(ONCE).days();
        double manyDays =
                many.intervals("coffee", "food", UNKNOWN).forecast(ONCE).days();
        assertThat(fewDays).isBetween(manyDays, 60.0);
        assertThat(manyDays).isCloseTo(20, within(2.5));
    }

    private static ProductHistories told(List<RepurchaseHistory> histories) {
        return new ProductHistories("coffee", "food", OptionalDouble.of(60), histories);
    }

    @Test
    void countsASilenceThatLastsAsCensored() {
        List<RepurchaseHistory> lately = IntStream.range(0, 200)
                .mapToObj(i -> new RepurchaseHistory(new LogIntervals(1, Math.log(30), 0, 0, 0, 0), i % 10, 1))
                .toList();
        ReplenishmentModel model = fit(new ProductHistories("coffee", "", UNKNOWN, lately));
        DueDate due = model.intervals("coffee", "", UNKNOWN).forecast(lately.get(0));
        assertThat(due.probabilityThatItGoesOn()).isGreaterThan(.7);
        assertThat(due.days()).isCloseTo(30, within(3.0));
    }

    @Test
    void saysSomethingOfNothing() {
        for (ReplenishmentModel model : List.of(fit(), fit(new ProductHistories("coffee", "", UNKNOWN, List.of())))) {
            DueDate due = model.intervals("coffee", "food", UNKNOWN).forecast(ONCE);
            assertThat(due.days()).isCloseTo(30, within(1.0));
            assertThat(due.probabilityThatItGoesOn()).isCloseTo(2 / 3.0, within(.05));
        }
    }

    private static ReplenishmentModel fit(ProductHistories... products) {
        return ReplenishmentTraining.fit(() -> Stream.of(products));
    }
}
