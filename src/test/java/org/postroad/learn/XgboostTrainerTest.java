package org.postroad.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer;
import org.postroad.decide.tree.NativeXgboost;
import org.postroad.decide.tree.TreeEnsemble;
import org.postroad.feature.Features;

class XgboostTrainerTest {

    /** Purchases that fall with the discount, as chance may have it: the response may not. */
    @Test
    void neverPredictsFewerPurchasesForADeeperDiscount() throws XGBoostError {
        NativeXgboost.require();
        List<Offer> offers = List.of(percent(5), percent(10), percent(20));
        List<TrainingExample> examples = new SyntheticBandit(
                        5, offers, (orders, offer) -> 0.5 - 0.03 * offer.value().doubleValue())
                .examples(4_000);
        TreeEnsemble model = new XgboostTrainer(1).train(examples, 30);
        for (float orders = -1; orders <= 1; orders += 0.1f) {
            double last = 0;
            for (float percent = 0; percent <= 25; percent += 2.5f) {
                double probability = model.predict(vector(orders, percent));
                assertThat(probability).isGreaterThanOrEqualTo(last);
                last = probability;
            }
        }
    }

    private static Offer percent(double value) {
        return SyntheticBandit.offer("percent-" + value, Offer.Kind.PERCENT, value);
    }

    private static float[] vector(float orders, float percent) {
        float[] vector = new float[Features.NAMES.size()];
        vector[Features.NAMES.indexOf("orders")] = orders;
        vector[Features.NAMES.indexOf("offer_percent")] = percent;
        return vector;
    }
}
