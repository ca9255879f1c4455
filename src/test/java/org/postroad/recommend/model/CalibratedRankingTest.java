package org.postroad.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalibratedRankingTest {

    private static final List<String> CATEGORIES = List.of("shoes", "shoes", "shoes", "shoes", "tents", "tents");

    @Test
    void bringsCategoriesIntoProportion() {
        assertThat(chosen(0.5, Map.of("shoes", 3.0, "tents", 1.0))).containsExactlyInAnyOrder(0, 1, 2, 4);
    }

    @Test
    void leavesTheRankingWithoutWeightOnCalibration() {
        assertThat(chosen(0, Map.of("tents", 1.0))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void leavesTheRankingOfACustomerWithoutInterests() {
        assertThat(chosen(0.9, Map.of())).containsExactly(0, 1, 2, 3);
        assertThat(chosen(0.9, Map.of("tents", Double.NaN, "shoes", Double.POSITIVE_INFINITY)))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void showsOneCategoryToWhoWantsOne() {
        assertThat(chosen(0.9, Map.of("tents", 2.0))).startsWith(4, 5);
    }

    @Test
    void choosesFromNothing() {
        assertThat(new CalibratedRanking(0.5).rank(List.of(), CATEGORIES::get, Map.of("tents", 1.0), 4))
                .isEmpty();
    }

    /** .75 ln(.75 / (.99 × .5 + .01 × .75)) + .25 ln(.25 / (.99 × .5 + .01 × .25)) */
    @Test
    void measuresTheDivergenceAsByHand() {
        CategoryDivergence divergence = CategoryDivergence.from(Map.of("shoes", 3.0, "tents", 1.0), 0.01);
        divergence.add("shoes");
        divergence.add("tents");
        double expected = 0.75 * Math.log(0.75 / 0.5025) + 0.25 * Math.log(0.25 / 0.4975);
        assertThat(divergence.value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void findsNoDivergenceInAListOfTheSameProportion() {
        CategoryDivergence divergence = CategoryDivergence.from(Map.of("shoes", 0.5, "tents", 0.5), 0.01);
        divergence.add("shoes");
        assertThat(divergence.value()).isPositive();
        divergence.add("tents");
        assertThat(divergence.value()).isCloseTo(0, within(1e-12));
    }

    private static List<Integer> chosen(double lambda, Map<String, Double> target) {
        List<RankedProduct> candidates = Stream.iterate(
                        0, product -> product < CATEGORIES.size(), product -> product + 1)
                .map(product -> new RankedProduct(product, 10 - product, new Because.BoughtByOthers(0, 0)))
                .toList();
        return new CalibratedRanking(lambda)
                .rank(candidates, CATEGORIES::get, target, 4).stream()
                        .map(RankedProduct::product)
                        .toList();
    }
}
