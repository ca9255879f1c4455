package org.postroad.evaluate.lifetime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.predict.PredictedAmount;
import org.postroad.predict.lifetime.CustomerPurchases;
import org.postroad.predict.lifetime.LifetimeModel;
import org.postroad.predict.lifetime.LifetimeTraining;
import org.postroad.predict.lifetime.PurchaseHistory;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * How well purchases of the second 39 weeks of CDNOW are predicted from the first: by the model as the product fits and chooses
 * it, with its prior. Nothing of the second 39 weeks is seen before.
 */
@Component
@Conditional(RehearsalMode.class)
class CdnowHoldoutEvaluation implements Evaluation {

    private static final int HALF_DAYS = 39 * 7;
    private static final double MOST_ERROR = .79;
    private static final double LEAST_AREA = .77;

    @Override
    public String id() {
        return "cdnow-holdout";
    }

    @Override
    public Finding run(EvaluationData data) {
        PurchaseLog log = PurchaseLog.cdnow(data);
        int today = log.firstDay() + HALF_DAYS - 1;
        PurchaseHoldout holdout = PurchaseHoldout.of(log, today, HALF_DAYS);
        LifetimeModel model = LifetimeTraining.fit(holdout.customers().stream(), today);
        ToDoubleFunction<CustomerPurchases> expected =
                each -> model.expectedPurchases(each.historyAt(today), HALF_DAYS);
        ToDoubleFunction<CustomerPurchases> probability =
                each -> model.probabilityOfPurchase(each.historyAt(today), HALF_DAYS);
        double area = holdout.areaUnderCurve(probability);
        Map<String, Double> figure = holdout.figures(expected);
        figure.put("AUC", area);
        figure.put("buyers", holdout.totalOf(probability));
        figure.put("actual buyers", holdout.totalOf(each -> Math.min(1, holdout.actual(each))));
        figure.put("AUC not calibrated", holdout.areaUnderCurve(each -> notCalibrated(model, each.historyAt(today))));
        putValue(figure, holdout, model);
        return new Finding(
                "Purchases in the next 39 weeks, and who buys again, by "
                        + model.purchases().name()
                        + (model.calibration().isPresent() ? ", its probability calibrated" : ""),
                "cdnow-sample, fitted to the first 39 weeks, measured on the next 39",
                figure,
                Map.of("MAE", .786, "RMSE", 1.608, "AUC", .773),
                rule(holdout),
                "MAE at most .79, AUC at least .77",
                holdout.meanAbsoluteError(expected) <= MOST_ERROR && area >= LEAST_AREA);
    }

    /** The value of the next 39 weeks, in dollars, and how often it lies in its 80 % interval (a value of 0 has a mass of its own). */
    private static void putValue(Map<String, Double> figure, PurchaseHoldout holdout, LifetimeModel model) {
        double covered = 0;
        double expected = 0;
        for (CustomerPurchases customer : holdout.customers()) {
            PredictedAmount value = model.lifetimeValue(
                            customer.historyAt(holdout.day()), customer.spendAt(holdout.day()), HALF_DAYS)
                    .orElseThrow();
            double actual = customer.amountBetween(holdout.day(), holdout.day() + HALF_DAYS);
            expected += value.expected();
            covered += value.low() <= actual && actual <= value.high() ? 1 : 0;
        }
        figure.put("value", expected);
        figure.put(
                "actual value", holdout.totalOf(each -> each.amountBetween(holdout.day(), holdout.day() + HALF_DAYS)));
        figure.put(
                "value within its 80 % interval", covered / holdout.customers().size());
    }

    private static double notCalibrated(LifetimeModel model, PurchaseHistory history) {
        return model.purchases().forecast(history, HALF_DAYS).probabilityOfAtLeast(1);
    }

    private static Map<String, Double> rule(PurchaseHoldout holdout) {
        Map<String, Double> rule = new LinkedHashMap<>(holdout.figures(holdout::carriedOn));
        rule.put("AUC", holdout.areaUnderCurve(holdout::carriedOn));
        return rule;
    }
}
