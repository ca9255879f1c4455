package org.postroad.evaluate.recommend;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.recommend.model.CalibratedRanking;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Lists whose categories are in proportion to the customer's interests, and what that costs. */
@Component
@Conditional(RehearsalMode.class)
class Calibration implements Evaluation {

    private static final long SEED = 2_026;
    private static final int CUSTOMERS = 4_000;
    private static final Duration HORIZON = Duration.ofDays(56);
    private static final double MOST_DIVERGENCE = 0.5;
    private static final double MOST_LOST = 0.02;

    @Override
    public String id() {
        return "calibration";
    }

    @Override
    public Finding run(EvaluationData data) {
        SimulatedLists lists = SimulatedLists.of(SimulatedPurchases.of(SEED, CUSTOMERS, HORIZON, Duration.ZERO));
        SimulatedLists.Quality before = lists.quality(0);
        SimulatedLists.Quality after = lists.quality(CalibratedRanking.LAMBDA);
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("KL", after.divergence());
        figure.put("nDCG@10", after.ndcg());
        figure.put("KL, of before", after.divergence() / before.divergence());
        figure.put("nDCG lost", 1 - after.ndcg() / before.ndcg());
        Map<String, Double> rule = new LinkedHashMap<>();
        rule.put("KL before", before.divergence());
        rule.put("nDCG@10 before", before.ndcg());
        return new Finding(
                "Kullback-Leibler divergence of a list's categories from the customer's, and nDCG@10 of new products, after"
                        + " calibrated re-ranking",
                "simulated shop, seed " + SEED + ": " + lists.customers() + " customers with an order, of whom "
                        + lists.customersWithNew() + " bought something new in the last " + HORIZON.toDays() + " days",
                figure,
                Map.of(),
                rule,
                "divergence halved, at most 2 % of nDCG lost",
                holds(figure));
    }

    private static boolean holds(Map<String, Double> figure) {
        return figure.getOrDefault("KL, of before", 1.0) <= MOST_DIVERGENCE
                && figure.getOrDefault("nDCG lost", 1.0) <= MOST_LOST;
    }
}
