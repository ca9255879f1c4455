package org.postroad.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PurchaseModelTest {

    private static final int SHOES = 0;
    private static final int SOCKS = 1;
    private static final int GEL = 2;
    private static final int TENT = 3;

    @Test
    void recommendsWhatGoesWithTheProfileAndSaysWhy() {
        List<RankedProduct> found = runnersAndCampers().newTo(bought(SHOES, 10, TENT, 900), 3);
        assertThat(found).first().returns(SOCKS, RankedProduct::product);
        assertThat(found.get(0).because()).isInstanceOfSatisfying(Because.Bought.class, because -> {
            assertThat(because.products()).first().returns(SHOES, Because.Contribution::product);
            assertThat(because.products().stream()
                            .mapToDouble(Because.Contribution::share)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        });
    }

    @Test
    void recommendsNothingThatTheCustomerOwns() {
        assertThat(runnersAndCampers().newTo(bought(SHOES, 10), 5))
                .extracting(RankedProduct::product)
                .contains(SOCKS)
                .doesNotContain(SHOES);
    }

    @Test
    void followsTheLatestPurchases() {
        PurchaseModel model = runnersAndCampers();
        assertThat(model.newTo(bought(SHOES, 1, TENT, 900), 1))
                .extracting(RankedProduct::product)
                .containsExactly(SOCKS);
        assertThat(model.newTo(bought(SHOES, 900, TENT, 1), 1))
                .extracting(RankedProduct::product)
                .containsExactly(GEL);
    }

    @Test
    void prefersWhatSellsNow() {
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(4);
        for (int i = 0; i < 30; i++) {
            trainer.add(bought(SHOES, 100, SOCKS, 100));
            trainer.add(bought(SHOES, 100, GEL, 5));
        }
        PurchaseModel model = trainer.fit();
        ProductWeights profile = ProductWeights.ofOnes(SHOES);
        assertThat(model.demand().momentum(GEL)).isGreaterThan(1);
        assertThat(model.demand().momentum(SOCKS)).isLessThan(1);
        assertThat(model.scores(profile)[SOCKS])
                .isCloseTo(model.items().scores(profile)[SOCKS] * model.demand().momentum(SOCKS), within(1e-12));
        assertThat(model.newTo(bought(SHOES, 3), 2))
                .extracting(RankedProduct::product)
                .containsExactly(GEL, SOCKS);
    }

    @Test
    void buysAgainWhatIsBoughtAgain() {
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(4);
        for (int i = 0; i < 30; i++) {
            trainer.add(history(GEL, 5, 40, 80));
            trainer.add(bought(TENT, 40));
        }
        List<RankedProduct> found = trainer.fit().again(bought(TENT, 10, GEL, 40), 5);
        assertThat(found).extracting(RankedProduct::product).containsExactly(GEL, TENT);
        assertThat(found.get(0).because()).isInstanceOfSatisfying(Because.BoughtBefore.class, because -> {
            assertThat(because.times()).isEqualTo(1);
            assertThat(because.daysAgo()).isEqualTo(40);
            assertThat(because.repeatRate()).isBetween(0.8, 1.0);
        });
    }

    @Test
    void knowsWhatTrends() {
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(3);
        for (int i = 0; i < 100; i++) {
            trainer.add(bought(SHOES, i < 20 ? 3 : 200));
        }
        for (int i = 0; i < 15; i++) {
            trainer.add(bought(SOCKS, 3));
        }
        PurchaseModel model = trainer.fit();
        assertThat(model.trending(5)).extracting(RankedProduct::product).containsExactly(SOCKS, SHOES);
        assertThat(model.trending(1).get(0).because()).isEqualTo(new Because.BoughtByOthers(15, 15));
    }

    @Test
    void rankingsOfAShopThatSleepsIgnoreMomentum() {
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(2);
        trainer.add(bought(SHOES, 300, SOCKS, 300));
        PurchaseModel model = trainer.fit();
        assertThat(model.demand().momentum(SHOES)).isEqualTo(1);
        assertThat(model.newTo(bought(SHOES, 400), 3))
                .extracting(RankedProduct::product)
                .containsExactly(SOCKS);
    }

    @Test
    void countsAPurchaseInTheFutureAsOneOfToday() {
        assertThat(bought(SHOES, -5).weightedByRecency(30).weights()).containsExactly(1);
    }

    @Test
    void countsAPurchaseHalfAfterTheHalfLife() {
        assertThat(bought(SHOES, 30, SOCKS, 60).weightedByRecency(30).weights()).containsExactly(0.5, 0.25);
        assertThat(bought(SHOES, 30).weightedByRecency(Double.POSITIVE_INFINITY).weights())
                .containsExactly(1);
    }

    @Test
    void knowsNothingOfAnEmptyShop() {
        assertThat(PurchaseModel.EMPTY.newTo(PastPurchases.EMPTY, 3)).isEmpty();
        assertThat(PurchaseModel.EMPTY.again(PastPurchases.EMPTY, 3)).isEmpty();
        assertThat(PurchaseModel.EMPTY.trending(3)).isEmpty();
    }

    @Test
    void recommendsNothingToAStrangerNorInAShopOfOneProduct() {
        assertThat(runnersAndCampers().newTo(PastPurchases.EMPTY, 3)).isEmpty();
        PurchaseModelTrainer one = new PurchaseModelTrainer(1);
        one.add(bought(SHOES, 3));
        assertThat(one.fit().newTo(bought(SHOES, 3), 3)).isEmpty();
    }

    private static PurchaseModel runnersAndCampers() {
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(4);
        for (int i = 0; i < 20; i++) {
            trainer.add(bought(SHOES, 10, SOCKS, 10));
            trainer.add(bought(GEL, 10, TENT, 10));
        }
        return trainer.fit();
    }

    /** A product, and how many days ago it was bought; and so on. */
    private static PastPurchases bought(int... productsAndDays) {
        TreeMap<Integer, double[]> daysAgo = new TreeMap<>();
        for (int i = 0; i < productsAndDays.length; i += 2) {
            daysAgo.put(productsAndDays[i], new double[] {productsAndDays[i + 1]});
        }
        return PastPurchases.of(daysAgo);
    }

    private static PastPurchases history(int product, double... daysAgo) {
        return PastPurchases.of(new TreeMap<>(java.util.Map.of(product, daysAgo)));
    }
}
