package org.postroad.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer;
import org.postroad.decide.model.BaselineRule;
import org.postroad.decide.model.ModelCard.Gate;
import org.postroad.feature.Deal;

/** Two kinds of customers whose true response is known: an offer persuades the one kind and deters the other. */
class PolicyGateTest {

    private static final double MARGIN = 40;
    private static final Offer OFFER = new Offer(
            "free-shipping",
            "Free shipping",
            Offer.Kind.FREE_SHIPPING,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            List.of(),
            null,
            null,
            Map.of());
    private static final BaselineRule ALWAYS = BaselineRule.named("always free_shipping");

    private final Random random = new Random(11);

    @Test
    void estimatesTheValueOfAPolicy() {
        OffPolicyEstimator estimator = new OffPolicyEstimator(log(20_000, PolicyGateTest::truth));
        double nothing = 0.5 * MARGIN * (truth(true, 0) + truth(false, 0));
        double best = 0.5 * MARGIN * (truth(true, 1) + truth(false, 0));
        OffPolicyEstimator.Estimate nobody = estimator.value(each -> 0);
        OffPolicyEstimator.Estimate byKind = estimator.value(Prediction::bestArm);
        assertThat(nobody.value()).isCloseTo(nothing, within(3 * nobody.standardError()));
        assertThat(byKind.value()).isCloseTo(best, within(3 * byKind.standardError()));
        assertThat(byKind.standardError()).isBetween(0.05, 0.4);
    }

    @Test
    void estimatesWithWrongPredictionsIfThePropensitiesAreRight() {
        OffPolicyEstimator estimator = new OffPolicyEstimator(log(20_000, (persuadable, arm) -> 0.9));
        OffPolicyEstimator.Estimate always = estimator.value(each -> 1);
        assertThat(always.value())
                .isCloseTo(0.5 * MARGIN * (truth(true, 1) + truth(false, 1)), within(3 * always.standardError()));
    }

    @Test
    void letsAModelActThatKnowsTheResponse() {
        Gate gate = new PolicyGate(log(5_000, PolicyGateTest::truth)).gate();
        assertThat(gate.act()).as(gate.reason()).isTrue();
        assertThat(gate.lowerBound()).isPositive().isLessThan(gate.gain());
        assertThat(gate.policies()).first().extracting(Gate.Policy::name).isEqualTo("model");
    }

    @Test
    void doesNotLetAGuessingModelAct() {
        Gate gate = new PolicyGate(log(5_000, (persuadable, arm) -> random.nextDouble())).gate();
        assertThat(gate.act()).as(gate.reason()).isFalse();
    }

    @Test
    void doesNotLetAModelActThatChoosesLikeTheRule() {
        Gate gate = new PolicyGate(log(5_000, (persuadable, arm) -> arm == 0 ? 0.1 : 0.3)).gate();
        assertThat(gate.act()).as(gate.reason()).isFalse();
        assertThat(gate.gain()).isZero();
    }

    private interface ResponseModel {
        double probability(boolean persuadable, int arm);
    }

    private static double truth(boolean persuadable, int arm) {
        return arm == 0 ? 0.10 : persuadable ? 0.25 : 0.02;
    }

    /** Decisions at random with equal propensities, two for each customer. */
    private List<Prediction> log(int size, ResponseModel model) {
        List<Prediction> log = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean persuadable = random.nextBoolean();
            int taken = random.nextInt(2);
            boolean buys = random.nextDouble() < truth(persuadable, taken);
            double[] probabilities = {model.probability(persuadable, 0), model.probability(persuadable, 1)};
            log.add(new Prediction(example("c" + i / 2, taken, buys), probabilities, new double[] {MARGIN, MARGIN}));
        }
        return log;
    }

    private static TrainingExample example(String customer, int taken, boolean buys) {
        List<TrainingExample.Arm> arms = List.of(
                new TrainingExample.Arm(new Deal(Optional.empty(), Optional.empty()), new float[0]),
                new TrainingExample.Arm(new Deal(Optional.of(OFFER), Optional.empty()), new float[0]));
        List<TrainingExample.CreditedOrder> orders = buys
                ? List.of(new TrainingExample.CreditedOrder(
                        BigDecimal.valueOf(100), BigDecimal.valueOf(MARGIN), BigDecimal.valueOf(MARGIN)))
                : List.of();
        Map<BaselineRule, Integer> byRule = new HashMap<>(Map.of(BaselineRule.NOTHING, 0, ALWAYS, 1));
        return new TrainingExample(customer, Instant.EPOCH, arms, taken, 0.5, orders, byRule);
    }
}
