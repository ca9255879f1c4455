package org.postroad.evaluate.recommend;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.evaluate.OnlineRetail;
import org.postroad.evaluate.recommend.RetailSplit.Shopper;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Products that the customer buys again. */
@Component
@Conditional(RehearsalMode.class)
class RecommendAgain implements Evaluation {

    private static final double TIMES_RULE = 1.03;

    @Override
    public String id() {
        return "recommend-again";
    }

    @Override
    public Finding run(EvaluationData data) {
        RetailSplit split = RetailSplit.latest(OnlineRetail.purchases(data));
        Rankings rankings = Rankings.of(split);
        double recall = rankings.recallOfAgain(rankings::again);
        Map<String, Double> rule = new LinkedHashMap<>();
        rule.put("personal top-frequency", rankings.recallOfAgain(RecommendAgain::byFrequency));
        rule.put("the same, ties by recency", rankings.recallOfAgain(RecommendAgain::byFrequencyThenRecency));
        double bestRule =
                rule.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Finding(
                "Recall@10 (over min(10, truth)) of products bought again in the next " + RetailSplit.HORIZON_DAYS
                        + " days",
                split + "; " + rankings.customersWith(Shopper::boughtAgain) + " customers bought something again",
                Map.of("recall@10", recall),
                Map.of("personal top-frequency", 0.463),
                rule,
                TIMES_RULE + " × personal top-frequency",
                recall >= TIMES_RULE * bestRule);
    }

    /** The number of days on which the product was bought; equal ones in the order of products. */
    private static int[] byFrequency(PastPurchases customer) {
        return Rankings.owned(customer, position -> customer.daysAgo()[position].length);
    }

    private static int[] byFrequencyThenRecency(PastPurchases customer) {
        return Rankings.owned(
                customer, position -> customer.daysAgo()[position].length - 1e-6 * customer.daysAgo()[position][0]);
    }
}
