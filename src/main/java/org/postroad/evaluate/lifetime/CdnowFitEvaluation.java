package org.postroad.evaluate.lifetime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.predict.lifetime.DropoutRule;
import org.postroad.predict.lifetime.PurchaseHistory;
import org.postroad.predict.lifetime.RepeatPurchaseFit;
import org.postroad.predict.lifetime.RepeatPurchaseModel;
import org.postroad.predict.lifetime.SpendModel;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Whether the fit finds the published estimates: BG/NBD by maximum likelihood, without a prior, on the first 39 weeks (273 days)
 * of CDNOW, times in weeks (Fader, Hardie and Lee 2005, and their note on Gamma-Gamma, 2013).
 */
@Component
@Conditional(RehearsalMode.class)
class CdnowFitEvaluation implements Evaluation {

    private static final int CALIBRATION_DAYS = 39 * 7;
    private static final int DAYS_OF_WEEK = 7;
    private static final double RELATIVE = .005;
    private static final double ABSOLUTE = .01;

    private static final RepeatPurchaseModel PUBLISHED =
            new RepeatPurchaseModel(DropoutRule.AFTER_REPEATS, 1, .2426, 4.4135, .7929, 2.4258);

    private static final double PUBLISHED_LOG_LIKELIHOOD = -9582.43;
    private static final SpendModel PUBLISHED_SPEND = new SpendModel(6.25, 3.74, 15.44);

    @Override
    public String id() {
        return "cdnow-fit";
    }

    @Override
    public Finding run(EvaluationData data) {
        PurchaseLog log = PurchaseLog.cdnow(data);
        int today = log.firstDay() + CALIBRATION_DAYS - 1;
        List<PurchaseHistory> histories = log.customers().stream()
                .filter(each -> each.countUntil(today) > 0)
                .map(each -> each.historyAt(today).inUnitsOf(DAYS_OF_WEEK))
                .toList();
        RepeatPurchaseModel model = RepeatPurchaseFit.fit(DropoutRule.AFTER_REPEATS, 1, histories);
        double logLikelihood = RepeatPurchaseFit.logLikelihood(model, histories);
        SpendModel spend = SpendModel.fit(log.customers().stream()
                        .map(each -> each.repeatSpendAt(today))
                        .toList())
                .orElseThrow();
        return new Finding(
                "BG/NBD parameters and log-likelihood, and Gamma-Gamma, by maximum likelihood",
                "cdnow-sample, the first 39 weeks, times in weeks",
                numbers(model, logLikelihood, spend),
                numbers(PUBLISHED, PUBLISHED_LOG_LIKELIHOOD, PUBLISHED_SPEND),
                Map.of(),
                "r, alpha, a and b within .5 % and log-likelihood within .01 of the published fit",
                isAsPublished(model) && Math.abs(logLikelihood - PUBLISHED_LOG_LIKELIHOOD) <= ABSOLUTE);
    }

    private static Map<String, Double> numbers(RepeatPurchaseModel model, double logLikelihood, SpendModel spend) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("r", model.r());
        numbers.put("alpha", model.alpha());
        numbers.put("a", model.a());
        numbers.put("b", model.b());
        numbers.put("log-likelihood", logLikelihood);
        numbers.put("p", spend.p());
        numbers.put("q", spend.q());
        numbers.put("v", spend.v());
        return numbers;
    }

    private static boolean isAsPublished(RepeatPurchaseModel model) {
        return isNear(model.r(), PUBLISHED.r())
                && isNear(model.alpha(), PUBLISHED.alpha())
                && isNear(model.a(), PUBLISHED.a())
                && isNear(model.b(), PUBLISHED.b());
    }

    private static boolean isNear(double found, double published) {
        return Math.abs(found / published - 1) <= RELATIVE;
    }
}
