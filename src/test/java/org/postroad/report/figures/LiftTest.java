package org.postroad.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class LiftTest {

    /** The worked example (a) of Newcombe (1998), table II, method 10: 56/70 against 48/80. */
    @Test
    void agreesWithThePublishedIntervalOfTwoShares() {
        GroupDifference difference = GroupDifference.ofShares(bought(70, 56), bought(80, 48));

        assertThat(difference.value()).isCloseTo(0.2, within(1e-4));
        assertThat(difference.low()).isCloseTo(0.0524, within(1e-4));
        assertThat(difference.high()).isCloseTo(0.3339, within(1e-4));
    }

    /** Example (h) of the same table, 10/10 against 0/10: no interval leaves [-1, 1]. */
    @Test
    void keepsTheIntervalOfSharesWithinBounds() {
        GroupDifference difference = GroupDifference.ofShares(bought(10, 10), bought(10, 0));

        assertThat(difference.low()).isCloseTo(0.6075, within(1e-4));
        assertThat(difference.high()).isCloseTo(1, within(1e-4));
    }

    /** Student's t with four degrees of freedom is 2.7764 at 97.5 %; the standard error here is the root of two. */
    @Test
    void comparesFewPeopleByStudentsT() {
        GroupDifference difference =
                GroupDifference.ofMeans(new ExperimentGroup(3, 3, 30, 3), new ExperimentGroup(3, 3, 15, 3));

        assertThat(difference.high()).isCloseTo(5 + 2.7764 * Math.sqrt(2), within(1e-4));
    }

    /** Welch by hand: means 12 and 10, variances 9 and 4, 40 and 60 people: standard error 0.54006, 61.94 degrees. */
    @Test
    void comparesRevenuePerHeadByWelch() {
        GroupDifference difference =
                GroupDifference.ofMeans(new ExperimentGroup(40, 40, 480, 9), new ExperimentGroup(60, 60, 600, 4));

        assertThat(difference.value()).isCloseTo(2, within(1e-9));
        assertThat(difference.low()).isCloseTo(2 - 1.9990 * 0.54006, within(1e-4));
    }

    @Test
    void saysSoWhenThereIsNothingToCompare() {
        assertThat(Lift.between(ExperimentGroup.NOBODY, ExperimentGroup.NOBODY, 0)
                        .inWords())
                .isEqualTo("Nobody has entered yet.");
        assertThat(Lift.between(ExperimentGroup.NOBODY, ExperimentGroup.NOBODY, 7)
                        .inWords())
                .isEqualTo("The first comparison comes 14 days after the first entry.");
        Lift withoutControl = Lift.between(bought(500, 50), ExperimentGroup.NOBODY, 0);
        assertThat(withoutControl.inWords()).contains("nothing to compare");
        assertThat(withoutControl.purchaseRate()).isNull();
    }

    @Test
    void concludesNothingFromFewPeople() {
        Lift lift = Lift.between(bought(30, 15), bought(12, 0), 0);

        assertThat(Objects.requireNonNull(lift.purchaseRate()).includesZero()).isFalse();
        assertThat(lift.inWords()).startsWith("Too few people to conclude anything");
    }

    @Test
    void distinguishesChanceFromEffect() {
        assertThat(Lift.between(bought(1000, 50), bought(1000, 48), 0).inWords())
                .startsWith("No difference is shown")
                .contains("does not prove that there is none");
        assertThat(Lift.between(bought(1000, 120), bought(1000, 60), 0).inWords())
                .startsWith("More people buy because of this journey");
        assertThat(Lift.between(bought(1000, 60), bought(1000, 120), 0).inWords())
                .startsWith("Fewer people buy because of this journey");
    }

    private static ExperimentGroup bought(long people, long purchasers) {
        return new ExperimentGroup(people, purchasers, purchasers * 50.0, 400);
    }
}
