package org.postroad.segment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.segment.model.BehaviourFixture.aCustomer;
import static org.postroad.segment.model.BehaviourFixture.threeKinds;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroad.segment.model.LookalikeTraining.Method;

class LookalikeTrainingTest {

    private final List<Behaviour> seeds = new ArrayList<>();
    private final List<Behaviour> others = new ArrayList<>();

    LookalikeTrainingTest() {
        threeKinds(80, 1).forEach(each -> (each.orders() >= 10 && seeds.size() < 40 ? seeds : others).add(each));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void findsWhoIsLikeTheSeeds(Method method) {
        assertLikeRegulars(method.fit(seeds, others));
    }

    @Test
    void choosesAndSaysHowWellItFinds() {
        LookalikeTraining.Learned learned = LookalikeTraining.fit(seeds, others);
        assertLikeRegulars(learned.lookalike());
        assertThat(learned.lift()).as("60 of 220 are alike").isGreaterThan(1.5);
        assertThat(LookalikeTraining.fit(seeds, others).lift()).isEqualTo(learned.lift());
    }

    private static void assertLikeRegulars(Lookalike lookalike) {
        double regular = lookalike.score(aCustomer(10, 14, 1_500));
        assertThat(lookalike.score(aCustomer(10, 1, 30))).isLessThan(regular);
        assertThat(lookalike.score(aCustomer(320, 3, 110))).isLessThan(regular);
        assertThat(lookalike.score(aCustomer(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN)))
                .isFinite();
    }

    @Test
    void liftIsTheShareInTheTopTenthOverTheShareAmongAll() {
        double[] others = new double[18];
        for (int i = 0; i < others.length; i++) {
            others[i] = i;
        }
        assertThat(LookalikeTraining.lift(new double[] {20, 21}, others)).isEqualTo(10);
        assertThat(LookalikeTraining.lift(new double[] {20, 0}, others)).isEqualTo(5);
        assertThat(LookalikeTraining.lift(new double[] {17, 17}, others))
                .as("no credit for equal scores")
                .isEqualTo(5);
        assertThat(LookalikeTraining.lift(new double[] {1, 1}, new double[] {1, 1, 1}))
                .isZero();
    }
}
