package org.postroad.recommend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ItemModelTest {

    private static final Offset<Double> FLOAT = within(1e-6);

    /** Five customers, three products. */
    private static final int[][] PURCHASES = {{0, 1}, {0, 1}, {0, 1, 2}, {1, 2}, {2}};

    /**
     * XᵀX + I = [[4, 3, 1], [3, 5, 2], [1, 2, 4]] has the determinant 45 and, times that, the inverse [[16, -10, 1], [-10, 15,
     * -5], [1, -5, 11]].
     */
    @Test
    void fitsEaseAsByHand() {
        Ease ease = fit(new EaseTrainer(3, 1));
        assertThat(ease.weight(0, 1)).isCloseTo(10.0 / 15, FLOAT);
        assertThat(ease.weight(1, 0)).isCloseTo(10.0 / 16, FLOAT);
        assertThat(ease.weight(0, 2)).isCloseTo(-1.0 / 11, FLOAT);
        assertThat(ease.weight(2, 1)).isCloseTo(5.0 / 15, FLOAT);
        assertThat(ease.weight(1, 1)).isZero();
        assertThat(ease.scores(new ProductWeights(new int[] {0, 2}, new double[] {0.5, 2})))
                .containsExactly(new double[] {-2.0 / 16, 0.5 * 10 / 15 + 2 * 5.0 / 15, -0.5 / 11}, FLOAT);
    }

    /** With the zero diagonal, a column is the ridge regression of its product on the others: the gradient vanishes. */
    @Test
    void solvesARidgeRegressionForEachProduct() {
        Random random = new Random(7);
        int products = 40;
        double lambda = 3;
        double[][] gram = new double[products][products];
        EaseTrainer trainer = new EaseTrainer(products, lambda);
        for (int customer = 0; customer < 200; customer++) {
            int[] bought = random.ints(0, products).limit(6).sorted().distinct().toArray();
            trainer.add(ProductWeights.ofOnes(bought));
            for (int one : bought) {
                for (int other : bought) {
                    gram[one][other]++;
                }
            }
        }
        Ease ease = trainer.fit();
        for (int to = 0; to < products; to++) {
            for (int row = 0; row < products; row++) {
                if (row != to) {
                    double gradient = lambda * ease.weight(row, to) - gram[row][to];
                    for (int from = 0; from < products; from++) {
                        gradient += gram[row][from] * ease.weight(from, to);
                    }
                    assertThat(gradient).isCloseTo(0, within(1e-4));
                }
            }
        }
    }

    @Test
    void countsRowsByTheirWeights() {
        EaseTrainer trainer = new EaseTrainer(2, 1);
        trainer.add(new ProductWeights(new int[] {0, 1}, new double[] {0.5, 2}));
        assertThat(trainer.fit().weight(0, 1)).as("1 / (0.25 + 1)").isCloseTo(0.8, FLOAT);
    }

    @Test
    void forgetsWeightsUnderStrongRegularisation() {
        assertThat(fit(new EaseTrainer(3, 1e9)).weight(0, 1)).isCloseTo(0, FLOAT);
    }

    @Test
    void computesBm25SimilaritiesAsByHand() {
        ItemKnn knn = fit(new ItemKnnTrainer(3, 2));
        double[][] weights = new double[PURCHASES.length][3];
        double meanLength = 10.0 / 5;
        double[] idf = {Math.log(5.0 / 4), 0, Math.log(5.0 / 4)};
        for (int customer = 0; customer < PURCHASES.length; customer++) {
            for (int product : PURCHASES[customer]) {
                weights[customer][product] =
                        idf[product] * 2.2 / (1 + 1.2 * (0.25 + 0.75 * PURCHASES[customer].length / meanLength));
            }
        }
        double expected = 0;
        for (double[] row : weights) {
            expected += row[0] * row[2];
        }
        assertThat(knn.weight(0, 2)).isCloseTo(expected, FLOAT);
        assertThat(knn.weight(2, 0)).isCloseTo(expected, FLOAT);
        assertThat(knn.weight(0, 1))
                .as("who has what nearly all have tells nothing")
                .isZero();
    }

    @Test
    void keepsTheNearestNeighboursOnly() {
        ItemKnnTrainer trainer = new ItemKnnTrainer(5, 1);
        for (int i = 0; i < 10; i++) {
            trainer.add(ProductWeights.ofOnes(0, 1));
            trainer.add(ProductWeights.ofOnes(3));
            trainer.add(ProductWeights.ofOnes(4));
        }
        trainer.add(ProductWeights.ofOnes(0, 2));
        ItemKnn knn = trainer.fit();
        assertThat(knn.weight(0, 1)).isPositive();
        assertThat(knn.weight(0, 2)).isZero();
        assertThat(knn.weight(2, 0)).isPositive();
    }

    @Test
    void switchesToNeighboursWhereTheMatrixWouldNotFit() {
        assertThat(ItemModelTrainer.of(ItemModelTrainer.MOST_PRODUCTS_OF_EASE + 1))
                .isInstanceOf(ItemKnnTrainer.class);
        assertThat(ItemModelTrainer.of(120)).isInstanceOf(EaseTrainer.class);
    }

    @Test
    void takesACatalogueOfFiftyThousandProducts() {
        ItemModelTrainer trainer = ItemModelTrainer.of(50_000);
        Random random = new Random(1);
        for (int customer = 0; customer < 20_000; customer++) {
            trainer.add(ProductWeights.ofOnes(random.ints(0, 50_000).limit(10).toArray()));
        }
        trainer.add(ProductWeights.ofOnes(0, 49_999));
        assertThat(trainer.fit().weight(49_999, 0)).isPositive();
    }

    @Test
    void knowsNothingOfAnEmptyShop() {
        assertThat(ItemModelTrainer.of(0).fit().scores(ProductWeights.ofOnes())).isEmpty();
        assertThat(new ItemKnnTrainer(0, 5).fit().scores(ProductWeights.ofOnes()))
                .isEmpty();
        assertThat(ItemModelTrainer.of(1).fit().scores(ProductWeights.ofOnes(0)))
                .containsExactly(0);
        assertThat(new ItemKnnTrainer(1, 5).fit().scores(ProductWeights.ofOnes(0)))
                .containsExactly(0);
    }

    @Test
    void learnsFromOneCustomer() {
        ItemModelTrainer trainer = new EaseTrainer(3, EaseTrainer.REGULARISATION);
        trainer.add(ProductWeights.ofOnes(0, 1));
        assertThat(trainer.fit().weight(0, 1)).isPositive();
    }

    @Test
    void refusesWeightsThatAreNoNumbers() {
        assertThatThrownBy(() -> new ProductWeights(new int[] {3}, new double[] {Double.NaN}))
                .hasMessageContaining("product 3");
        assertThatThrownBy(() -> new ProductWeights(new int[] {3, 3}, new double[] {1, 1}))
                .hasMessageContaining("ascending");
    }

    private static Ease fit(EaseTrainer trainer) {
        addAll(trainer);
        return trainer.fit();
    }

    private static ItemKnn fit(ItemKnnTrainer trainer) {
        addAll(trainer);
        return trainer.fit();
    }

    private static void addAll(ItemModelTrainer trainer) {
        for (int[] customer : PURCHASES) {
            trainer.add(ProductWeights.ofOnes(customer));
        }
    }
}
