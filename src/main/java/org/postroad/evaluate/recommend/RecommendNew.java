package org.postroad.evaluate.recommend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.evaluate.OnlineRetail;
import org.postroad.evaluate.recommend.RetailSplit.Shopper;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.recommend.model.ProductDemand;
import org.postroad.recommend.model.PurchaseModel;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Products that are new to the customer. */
@Component
@Conditional(RehearsalMode.class)
class RecommendNew implements Evaluation {

    private static final double AT_LEAST = 0.108;

    @Override
    public String id() {
        return "recommend-new";
    }

    @Override
    public Finding run(EvaluationData data) {
        RetailSplit split = RetailSplit.latest(OnlineRetail.purchases(data));
        Rankings rankings = Rankings.of(split);
        PurchaseModel model = rankings.model();
        ProductDemand demand = model.demand();
        double ndcg = rankings.ndcgOfNew(rankings::newTo);
        double unweighted = byScore(rankings, customer -> model.scores(Rankings.unweighted(customer)));
        double alone = byScore(
                rankings, customer -> model.items().scores(customer.weightedByRecency(PurchaseModel.HALF_LIFE_DAYS)));
        double aloneUnweighted = byScore(rankings, customer -> model.items().scores(Rankings.unweighted(customer)));
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("nDCG@10", ndcg);
        figure.put("unweighted profile", unweighted);
        figure.put("item model alone", alone);
        figure.put("item model alone, unweighted profile", aloneUnweighted);
        Map<String, Double> rule = new LinkedHashMap<>();
        double[] buyers =
                IntStream.range(0, split.products()).mapToDouble(demand::buyers).toArray();
        double[] recentBuyers = IntStream.range(0, split.products())
                .mapToDouble(demand::recentBuyers)
                .toArray();
        rule.put("most buyers", byScore(rankings, customer -> buyers));
        rule.put("most buyers lately", byScore(rankings, customer -> recentBuyers));
        return new Finding(
                "nDCG@10 of products new to the customer in the next " + RetailSplit.HORIZON_DAYS + " days ("
                        + model.items().method() + ")",
                split + "; " + rankings.customersWith(Shopper::newProducts) + " customers bought something new",
                figure,
                Map.of("EASE", 0.1077, "item-kNN", 0.092, "popularity", 0.036),
                rule,
                "nDCG@10 " + AT_LEAST + ", and a profile weighted by recency not below an unweighted one",
                ndcg >= AT_LEAST && ndcg >= unweighted && alone >= aloneUnweighted);
    }

    private static double byScore(Rankings rankings, Function<PastPurchases, double[]> scores) {
        return rankings.ndcgOfNew(customer -> Rankings.unowned(customer, scores.apply(customer)));
    }
}
