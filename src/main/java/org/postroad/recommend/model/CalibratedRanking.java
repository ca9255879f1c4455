package org.postroad.recommend.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Chooses from ranked products so that their categories keep the proportion of a customer's interests (Steck, "Calibrated
 * Recommendations", RecSys 2018, section 3.2): greedily, each next product is the one with the largest (1 − λ) × sum of scores − λ ×
 * divergence, scores taken relative to the highest. Who reads about nothing but shoes sees nothing but shoes; who buys three
 * shoes and a tent sees a tent as well.
 */
public final class CalibratedRanking {

    /** Chosen on an earlier part of the year of simulated shops with other seeds, see the page on recommendations in src/docs/models. */
    public static final double LAMBDA = 0.5;

    /** How many candidates to choose from. */
    public static final int CANDIDATES = 100;

    /** The share of the target in the list's distribution, so that a category that is missing costs much and not infinitely much. */
    public static final double SMOOTHING = 0.01;

    private final double lambda;

    /** @param lambda in [0, 1]: 0 leaves the ranking as it is */
    public CalibratedRanking(double lambda) {
        this.lambda = lambda;
    }

    /**
     * @param candidates best first
     * @param category of a product; its products count for no category where that is empty
     * @param target weight by category; the ranking is left alone if it is empty
     * @return some of the candidates, in a new order; their scores are as before
     */
    public List<RankedProduct> rank(
            List<RankedProduct> candidates, IntFunction<String> category, Map<String, Double> target, int atMost) {
        CategoryDivergence divergence = CategoryDivergence.from(target, SMOOTHING);
        if (candidates.isEmpty() || divergence.isUndefined()) {
            return candidates.stream().limit(atMost).toList();
        }
        double highest = candidates.get(0).score();
        List<RankedProduct> left = new ArrayList<>(candidates);
        List<RankedProduct> chosen = new ArrayList<>();
        while (chosen.size() < atMost && !left.isEmpty()) {
            RankedProduct best = left.get(0);
            double bestValue = Double.NEGATIVE_INFINITY;
            for (RankedProduct each : left) {
                double value = (1 - lambda) * each.score() / highest
                        - lambda * divergence.with(category.apply(each.product()));
                if (value > bestValue) {
                    best = each;
                    bestValue = value;
                }
            }
            left.remove(best);
            chosen.add(best);
            divergence.add(category.apply(best.product()));
        }
        return List.copyOf(chosen);
    }
}
