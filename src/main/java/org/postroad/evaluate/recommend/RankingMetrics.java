package org.postroad.evaluate.recommend;

import java.util.Set;

/** How good a ranking is, with relevance 0 or 1. */
final class RankingMetrics {

    static final int AT = 10;

    private RankingMetrics() {}

    /** Normalised discounted cumulative gain of the first {@value #AT} (Järvelin and Kekäläinen, TOIS 2002), in [0, 1]. */
    static double ndcg(int[] ranked, Set<Integer> relevant) {
        double gain = 0;
        double ideal = 0;
        for (int rank = 0; rank < AT; rank++) {
            double discounted = Math.log(2) / Math.log(rank + 2);
            gain += rank < ranked.length && relevant.contains(ranked[rank]) ? discounted : 0;
            ideal += rank < relevant.size() ? discounted : 0;
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    /** Relevant ones among the first {@value #AT}, over the most that there could be. */
    static double recall(int[] ranked, Set<Integer> relevant) {
        int hits = 0;
        for (int rank = 0; rank < Math.min(AT, ranked.length); rank++) {
            hits += relevant.contains(ranked[rank]) ? 1 : 0;
        }
        return relevant.isEmpty() ? 0 : (double) hits / Math.min(AT, relevant.size());
    }
}
