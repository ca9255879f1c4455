package org.postroad.evaluate.lifetime;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.predict.lifetime.CustomerPurchases;
import org.postroad.predict.lifetime.LifetimeModel;
import org.postroad.predict.lifetime.LifetimeTraining;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * How well orders of the second 52 weeks at an online grocer are predicted from the first, by the model as the product fits
 * and chooses it, with its prior. Nothing of the second 52 weeks is seen before.
 */
@Component
@Conditional(RehearsalMode.class)
class GroceryHoldoutEvaluation implements Evaluation {

    private static final int HALF_DAYS = 52 * 7;
    private static final double MOST_ERROR = 1.45;

    @Override
    public String id() {
        return "grocery-holdout";
    }

    @Override
    public Finding run(EvaluationData data) {
        PurchaseLog log = PurchaseLog.grocery(data);
        int today = log.firstDay() + HALF_DAYS;
        PurchaseHoldout holdout = PurchaseHoldout.of(log, today, HALF_DAYS);
        LifetimeModel model = LifetimeTraining.fit(holdout.customers().stream(), today);
        ToDoubleFunction<CustomerPurchases> expected =
                each -> model.expectedPurchases(each.historyAt(today), HALF_DAYS);
        return new Finding(
                "Orders in the next 52 weeks, by " + model.purchases().name(),
                "grocery-elog, fitted to the first 52 weeks, measured on the next 52",
                holdout.figures(expected),
                Map.of("MAE", 1.431),
                holdout.figures(holdout::carriedOn),
                "MAE at most 1.45",
                holdout.meanAbsoluteError(expected) <= MOST_ERROR);
    }
}
