package org.postroad.evaluate.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {

    @Test
    void discountsHitsByTheirRank() {
        double expected = (1 / log2(2) + 1 / log2(4)) / (1 / log2(2) + 1 / log2(3) + 1 / log2(4));
        assertThat(RankingMetrics.ndcg(new int[] {7, 1, 9}, Set.of(7, 9, 5))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void gives1ToAPerfectRankingAnd0ToAnEmptyOne() {
        assertThat(RankingMetrics.ndcg(new int[] {1, 2}, Set.of(2, 1))).isCloseTo(1, within(1e-12));
        assertThat(RankingMetrics.ndcg(new int[0], Set.of(2, 1))).isZero();
        assertThat(RankingMetrics.ndcg(new int[] {1}, Set.of())).isZero();
    }

    @Test
    void countsRecallOverWhatFitsInTheList() {
        assertThat(RankingMetrics.recall(new int[] {1, 2, 3}, Set.of(1, 3, 4, 5)))
                .isEqualTo(0.5);
        int[] eleven = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        assertThat(RankingMetrics.recall(eleven, Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)))
                .isEqualTo(1);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
