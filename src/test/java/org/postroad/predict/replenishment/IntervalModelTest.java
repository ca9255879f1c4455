package org.postroad.predict.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class IntervalModelTest {

    private static final IntervalModel MONTHLY = new IntervalModel(Math.log(30), 2, .1, 4, 1, .3, 1.2);

    private static final RepurchaseHistory ONCE = new RepurchaseHistory(LogIntervals.NONE, 0, 1);

    private static RepurchaseHistory every(int days, int intervals, double silence, double units) {
        return new RepurchaseHistory(new LogIntervals(intervals, Math.log(days), 0, 0, 0, 0), silence, units);
    }

    @Test
    void hasTheQuantilesOfStudentsT() {
        DueDate due = MONTHLY.forecast(ONCE);
        TDistribution student = new TDistribution(4);
        double scale = Math.sqrt(.1 * (1 + 1 / 2.0));
        assertThat(due.days()).isCloseTo(30, within(.01));
        assertThat(due.earliestDays())
                .isCloseTo(30 * Math.exp(scale * student.inverseCumulativeProbability(.1)), within(.01));
        assertThat(due.latestDays())
                .isCloseTo(30 * Math.exp(scale * student.inverseCumulativeProbability(.9)), within(.01));
        assertThat(MONTHLY.probabilityWithin(ONCE, 30)).isCloseTo(.5 * due.probabilityThatItGoesOn(), within(1e-4));
    }

    /** One density for all that a customer did, by brute force over the customer's own mean and variance. */
    @Test
    void hasTheLikelihoodOfTheCustomersOwnIntervals() {
        double[] logs = {2.9, 3.4, 3.1};
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares =
                Arrays.stream(logs).map(each -> (each - mean) * (each - mean)).sum();
        RepurchaseHistory history = new RepurchaseHistory(new LogIntervals(3, mean, 0, squares, 0, 0), 0, 1);
        RandomDataGenerator random = new RandomDataGenerator(2);
        double sum = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            double variance = 1 / random.nextGamma(4 / 2.0, 2 / (4 * .1));
            double own = random.nextNormal(Math.log(30), Math.sqrt(variance / 2));
            double exponent = (squares + 3 * (mean - own) * (mean - own)) / variance;
            sum += Math.exp(-exponent / 2) / Math.pow(2 * Math.PI * variance, 1.5);
        }
        double stays = 1.2 / 1.5 * (2.2 / 2.5) * (3.2 / 3.5); // after each of three purchases; then nothing is known
        assertThat(new IntervalLikelihood(List.of(history)).log(MONTHLY))
                .isCloseTo(Math.log(sum / draws * stays), within(.03));
    }

    @Test
    void movesFromTheProductToTheCustomersOwnInterval() {
        assertThat(MONTHLY.forecast(every(10, 1, 0, 1)).days()).isBetween(15.0, 25.0);
        assertThat(MONTHLY.forecast(every(10, 50, 0, 1)).days()).isCloseTo(10, within(1.0));
        assertThat(width(MONTHLY.forecast(every(10, 50, 0, 1))))
                .isLessThan(width(MONTHLY.forecast(every(10, 2, 0, 1))));
    }

    private static double width(DueDate due) {
        return due.latestDays() - due.earliestDays();
    }

    @Test
    void lastsAsLongAsThereAreUnits() {
        DueDate one = MONTHLY.forecast(every(20, 4, 0, 1));
        DueDate three = MONTHLY.forecast(every(20, 4, 0, 3));
        assertThat(three.days()).isCloseTo(3 * one.days(), within(.05));
        assertThat(three.latestDays()).isCloseTo(3 * one.latestDays(), within(.1));
        IntervalModel indifferent = new IntervalModel(Math.log(30), 2, .1, 4, 0, .3, 1.2);
        assertThat(indifferent.forecast(every(20, 4, 0, 3))).isEqualTo(indifferent.forecast(every(20, 4, 0, 1)));
    }

    @Test
    void thinksAHabitEndedThatWasSilentForLong() {
        double before = 1;
        for (int silence : new int[] {0, 20, 40, 80, 400, 100_000}) {
            DueDate due = MONTHLY.forecast(every(20, 6, silence, 1));
            assertThat(due.probabilityThatItGoesOn()).isBetween(0.0, before);
            assertThat(due.earliestDays()).isBetween(0.0, due.days());
            assertThat(due.latestDays()).isGreaterThanOrEqualTo(due.days()).isFinite();
            before = due.probabilityThatItGoesOn();
        }
        assertThat(before).isLessThan(1e-3);
    }

    @Test
    void tellsTheSameByDatesAsByProbabilities() {
        for (int silence : new int[] {0, 15, 40}) {
            RepurchaseHistory history = every(20, 6, silence, 1);
            DueDate due = MONTHLY.forecast(history);
            assertThat(Stream.of(due.earliestDays(), due.days(), due.latestDays())
                            .map(days -> MONTHLY.probabilityWithin(history, days) / due.probabilityThatItGoesOn()))
                    .as("after a silence of %d days", silence)
                    .zipSatisfy(
                            List.of(.1, .5, .9),
                            (found, level) -> assertThat(found).isCloseTo(level, within(1e-3)));
        }
    }

    @Test
    void growsMoreProbableWithTheHorizon() {
        RepurchaseHistory history = every(20, 6, 15, 1);
        double before = 0;
        for (double days : new double[] {-1, 0, 1, 10, 100, 1e6}) {
            double probability = MONTHLY.probabilityWithin(history, days);
            assertThat(probability).isBetween(before, 1.0);
            before = probability;
        }
        assertThat(MONTHLY.probabilityWithin(history, 0)).isZero();
        assertThat(before).isCloseTo(MONTHLY.forecast(history).probabilityThatItGoesOn(), within(1e-3));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IntervalModel(Double.NaN, 1, 1, 1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new IntervalModel(1, 1, 0, 1, 1, 1, 1));
    }
}
