package org.postroad.learn;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.postroad.decide.model.GateHistory.LastLook;
import org.postroad.decide.model.ModelCard.Gate;
import org.postroad.feature.Deal;
import org.postroad.learn.policy.Look;

/** Two kinds of customers whose true response is known: an offer persuades the one kind and deters the other. */
class OfferGateTest {

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

    private static final Look FIRST = new Look(1, 5_000);
    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    private final Random random = new Random(11);

    @Test
    void letsAModelActThatKnowsTheResponse() {
        Gate gate = new OfferGate(log(5_000, OfferGateTest::truth)).gate(FIRST);
        assertThat(gate.act()).as(gate.reason()).isTrue();
        assertThat(gate.lowerBound()).isPositive().isLessThan(gate.gain());
        assertThat(gate.policies()).first().extracting(Gate.Policy::name).isEqualTo("model");
    }

    @Test
    void doesNotLetAGuessingModelAct() {
        Gate gate = new OfferGate(log(5_000, (persuadable, arm) -> random.nextDouble())).gate(FIRST);
        assertThat(gate.act()).as(gate.reason()).isFalse();
    }

    @Test
    void doesNotLetAModelActThatChoosesLikeTheRule() {
        Gate gate = new OfferGate(log(5_000, (persuadable, arm) -> arm == 0 ? 0.1 : 0.3)).gate(FIRST);
        assertThat(gate.act()).as(gate.reason()).isFalse();
        assertThat(gate.lowerBound()).isLessThanOrEqualTo(0);
    }

    /** The offer was tried for nobody of those who, so the model believes, would buy with it. */
    @Test
    void doesNotLetAModelActThatWouldChooseWhatWasNeverTried() {
        List<Prediction> tried = log(5_000, (persuadable, arm) -> arm == 0 ? 0.1 : 0.9).stream()
                .filter(each -> each.example().taken() == 0)
                .toList();
        Gate gate = new OfferGate(tried).gate(FIRST);
        assertThat(gate.act()).isFalse();
        assertThat(gate.reason()).startsWith("The model only watches, since in 100.0 % of decisions");
        assertThat(gate.policies()).extracting(Gate.Policy::name).doesNotContain(ALWAYS.name());
    }

    /** The first look spends half of the error; the second counts when the log has grown by half. */
    @Test
    void spendsLessOfTheErrorAtEachLook() {
        GateLooks.Verdict first = new GateLooks(null).judge(log(5_000, OfferGateTest::truth));
        assertThat(first.gate().confidence()).isEqualTo(0.975);
        LastLook last = new GateLooks(null).after(first, "1", MONDAY);
        assertThat(last).isEqualTo(new LastLook("1", 1, 5_000, MONDAY));

        GateLooks later = new GateLooks(last);
        GateLooks.Verdict second = later.judge(log(7_500, OfferGateTest::truth));
        assertThat(second.gate().confidence()).isGreaterThan(0.99);
        assertThat(later.after(second, "2", TUESDAY)).isEqualTo(new LastLook("2", 2, 7_500, MONDAY));
    }

    @Test
    void letsANewModelGoOnBetweenLooksOnlyWhileItWins() {
        GateLooks looks = new GateLooks(new LastLook("1", 1, 5_000, MONDAY));

        GateLooks.Verdict soon = looks.judge(log(7_000, OfferGateTest::truth));
        assertThat(soon.gate().act()).isTrue();
        assertThat(looks.after(soon, "2", TUESDAY)).isEqualTo(new LastLook("2", 1, 5_000, MONDAY));
        GateLooks.Verdict useless = looks.judge(log(7_000, (persuadable, arm) -> 0.9));
        assertThat(useless.gate().act()).as(useless.gate().reason()).isFalse();
        assertThat(looks.after(useless, "2", TUESDAY)).isEqualTo(new LastLook("2", 1, 5_000, null));
    }

    @Test
    void letsNoModelBeginToActBetweenLooks() {
        GateLooks looks = new GateLooks(new LastLook("1", 1, 5_000, null));

        Gate soon = looks.judge(log(7_000, OfferGateTest::truth)).gate();
        assertThat(soon.act()).isFalse();
        assertThat(soon.reason())
                .startsWith("The model only watches until the evidence is looked at again, with 7,500");
        GateLooks.Verdict next = looks.judge(log(7_500, OfferGateTest::truth));
        assertThat(next.gate().act()).isTrue();
        assertThat(looks.after(next, "2", TUESDAY).actingSince()).isEqualTo(TUESDAY);
    }

    /** Serving refuses what the model does not know, so the gate does not count on it. */
    @Test
    void doesNotChooseWhatTheModelDoesNotKnow() {
        List<Prediction> unknown = log(5_000, OfferGateTest::truth).stream()
                .map(each -> each.withGains(new double[] {0, Double.NEGATIVE_INFINITY}))
                .toList();
        Gate gate = new OfferGate(unknown).gate(FIRST);
        assertThat(gate.act()).isFalse();
        assertThat(gate.policies())
                .filteredOn(policy -> policy.name().equals("model"))
                .singleElement()
                .satisfies(policy -> assertThat(policy.actions()).containsOnlyKeys("nothing"));
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
                new TrainingExample.Arm(new Deal(Optional.empty(), Optional.empty()), new float[] {0}),
                new TrainingExample.Arm(new Deal(Optional.of(OFFER), Optional.empty()), new float[] {0}));
        List<TrainingExample.CreditedOrder> orders = buys
                ? List.of(new TrainingExample.CreditedOrder(
                        BigDecimal.valueOf(100), BigDecimal.valueOf(MARGIN), BigDecimal.valueOf(MARGIN)))
                : List.of();
        Map<BaselineRule, Integer> byRule = new HashMap<>(Map.of(BaselineRule.NOTHING, 0, ALWAYS, 1));
        return new TrainingExample(customer, Instant.EPOCH, arms, taken, 0.5, orders, byRule);
    }
}
