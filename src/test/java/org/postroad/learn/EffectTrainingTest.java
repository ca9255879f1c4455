package org.postroad.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferEffect.Learner;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.decide.model.OrderValueModel.LinearFit;
import org.postroad.decide.tree.NativeXgboost;
import org.postroad.decide.tree.TreeEnsemble;
import org.postroad.feature.Features;

class EffectTrainingTest {

    private static final Offer GIFT = SyntheticBandit.offer("gift", Offer.Kind.GIFT, 0);
    private static final Folds FOLDS = new Folds(5, 1);

    @BeforeEach
    void requireXgboost() {
        NativeXgboost.require();
    }

    /** The gift persuades those with many orders and deters the others; the response model believes in the average. */
    @Test
    void learnsADifferenceThatTheResponseModelMisses() {
        EffectTraining training = learned((orders, offer) -> orders > 0 ? 0.3 : -0.2, (orders, offer) -> 0.05, 4_000);
        LearnedEffect effect = training.effects().get(0);
        OfferEffect entry = effect.entry("effect-1.json", "");
        assertThat(entry.by()).isEqualTo(Learner.DOUBLY_ROBUST);
        assertThat(entry.differs()).isTrue();
        assertThat(entry.average()).isCloseTo(0.05, within(0.04));
        assertThat(entry.rows()).isEqualTo(4_000);

        TreeEnsemble trees = TreeEnsemble.parse(effect.trees());
        assertThat(trees.features()).isEqualTo(Features.CONTEXT);
        assertThat(entry.of(trees.predict(customer(0.5)))).isCloseTo(0.3, within(0.1));
        assertThat(entry.of(trees.predict(customer(-0.5)))).isCloseTo(-0.2, within(0.1));

        List<Prediction> valued = training.valued(withMargin(40));
        long right = valued.stream()
                .filter(each -> each.bestArm() == (SyntheticBandit.orders(each.example()) > 0 ? 1 : 0))
                .count();
        assertThat(right).as("chosen right, without having seen the customer").isGreaterThan(3_800);
    }

    /** The response model sees differences that are not there. */
    @Test
    void saysTheSameForAllWhereNothingDiffers() {
        LearnedEffect effect = learned(
                        (orders, offer) -> 0.1, (orders, offer) -> 0.1 + 0.2 * Math.sin(9 * orders), 4_000)
                .effects()
                .get(0);
        OfferEffect entry = effect.entry(effect.hasTrees() ? "effect-1.json" : "", "");
        assertThat(entry.slope()).isZero();
        assertThat(entry.differs()).isFalse();
        assertThat(entry.of(0.9)).isCloseTo(0.1, within(0.04));
    }

    @Test
    void keepsTheResponseModelWhereItIsRight() {
        SyntheticBandit.Effect truth = (orders, offer) -> 0.3 * orders;
        LearnedEffect effect = learned(truth, truth, 4_000).effects().get(0);
        assertThat(effect.fit().by()).isEqualTo(Learner.RESPONSE);
        assertThat(effect.hasTrees()).isFalse();
        assertThat(effect.fit().calibration().slope()).isGreaterThan(0.7);
    }

    @Test
    void takesTheResponseAsItIsWhereThereIsTooLittleToCalibrate() {
        LearnedEffect effect = learned((orders, offer) -> 0.3, (orders, offer) -> 0.1 * orders, 300)
                .effects()
                .get(0);
        OfferEffect entry = effect.entry("", "");
        assertThat(entry.calibrated()).isFalse();
        assertThat(entry.differs()).isFalse();
        assertThat(entry.of(0.07)).isCloseTo(0.07, within(1e-9));
        assertThat(effect.in(effect.rows())).containsExactly(effect.rows().response(), within(1e-9));
    }

    /** One in thirty of forty decisions: given to nobody often enough. */
    @Test
    void doesNotKnowAnOfferThatWasHardlyEverGiven() {
        EffectTraining training = learned((orders, offer) -> 0.3, (orders, offer) -> 0.3, 40);
        assertThat(training.effects()).isEmpty();
        assertThat(training.valued(withMargin(40))).allSatisfy(each -> {
            assertThat(each.gains()).containsExactly(0, Double.NEGATIVE_INFINITY);
            assertThat(each.bestArm()).isZero();
        });
    }

    /** The gains of the first fold's customers stay as they are, whatever these do. */
    @Test
    void doesNotLetARowSeeItself() throws XGBoostError {
        List<TrainingExample> examples =
                bandit((orders, offer) -> orders > 0 ? 0.3 : -0.2).examples(2_000);
        List<TrainingExample> otherwise = examples.stream()
                .map(each -> FOLDS.of(each.customerId()) == 0 ? withoutPurchase(each) : each)
                .toList();
        assertThat(gainsOfFirstFold(otherwise)).isEqualTo(gainsOfFirstFold(examples));
    }

    private static List<Double> gainsOfFirstFold(List<TrainingExample> examples) throws XGBoostError {
        CrossFit crossFit = CrossFit.of(examples, withMargin(40), new XgboostTrainer(1), FOLDS.seed(), line -> {});
        return EffectTraining.of(crossFit).valued(withMargin(40)).stream()
                .filter(each -> FOLDS.of(each.example().customerId()) == 0)
                .map(each -> each.gains()[1])
                .toList();
    }

    private static TrainingExample withoutPurchase(TrainingExample old) {
        return new TrainingExample(
                old.customerId(), old.at(), old.arms(), old.taken(), old.propensity(), List.of(), old.byRule());
    }

    private static EffectTraining learned(
            SyntheticBandit.Effect truth, SyntheticBandit.Effect believed, int decisions) {
        List<Prediction> predictions = SyntheticBandit.predicted(bandit(truth).examples(decisions), believed);
        List<List<Prediction>> outside = IntStream.range(0, FOLDS.count())
                .mapToObj(fold -> predictions.stream()
                        .filter(each -> FOLDS.of(each.example().customerId()) != fold)
                        .toList())
                .toList();
        return EffectTraining.of(new CrossFit(FOLDS, predictions, outside, 1));
    }

    private static SyntheticBandit bandit(SyntheticBandit.Effect truth) {
        return new SyntheticBandit(3, List.of(GIFT), truth);
    }

    private static OrderValueModel withMargin(double margin) {
        return new OrderValueModel(new LinearFit(0, 0, margin), new LinearFit(0, 0, margin));
    }

    private static float[] customer(double orders) {
        float[] vector = new float[Features.CONTEXT.size()];
        vector[Features.CONTEXT.indexOf("orders")] = (float) orders;
        return vector;
    }
}
