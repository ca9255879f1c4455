package org.postroad.evaluate.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.postroad.evaluate.recommend.RetailSplit.Shopper;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.recommend.model.ProductWeights;
import org.postroad.recommend.model.PurchaseModel;
import org.postroad.recommend.model.PurchaseModelTrainer;
import org.postroad.recommend.model.RankedProduct;

/** Ranks all products for each customer of a split, and compares with what they bought then. */
final class Rankings {

    private final RetailSplit split;
    private final PurchaseModel model;

    private Rankings(RetailSplit split, PurchaseModel model) {
        this.split = split;
        this.model = model;
    }

    static Rankings of(RetailSplit split) {
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(split.products());
        split.shoppers().forEach(shopper -> trainer.add(shopper.history()));
        return new Rankings(split, trainer.fit());
    }

    PurchaseModel model() {
        return model;
    }

    int[] newTo(PastPurchases customer) {
        return products(model.newTo(customer, RankingMetrics.AT));
    }

    int[] again(PastPurchases customer) {
        return products(model.again(customer, RankingMetrics.AT));
    }

    private static int[] products(List<RankedProduct> recommendations) {
        return recommendations.stream().mapToInt(RankedProduct::product).toArray();
    }

    static ProductWeights unweighted(PastPurchases customer) {
        return ProductWeights.ofOnes(customer.products());
    }

    /** Mean nDCG over the customers who bought something new; owned products are not ranked. */
    double ndcgOfNew(Function<PastPurchases, int[]> ranking) {
        return mean(
                shopper -> RankingMetrics.ndcg(ranking.apply(shopper.history()), shopper.newProducts()),
                Shopper::newProducts);
    }

    /** Mean recall over the customers who bought something again. */
    double recallOfAgain(Function<PastPurchases, int[]> ranking) {
        return mean(
                shopper -> RankingMetrics.recall(ranking.apply(shopper.history()), shopper.boughtAgain()),
                Shopper::boughtAgain);
    }

    private double mean(ToDoubleFunction<Shopper> measure, Function<Shopper, Set<Integer>> truth) {
        return split.shoppers().stream()
                .filter(shopper -> !truth.apply(shopper).isEmpty())
                .mapToDouble(measure)
                .average()
                .orElse(0);
    }

    long customersWith(Function<Shopper, Set<Integer>> truth) {
        return split.shoppers().stream()
                .filter(shopper -> !truth.apply(shopper).isEmpty())
                .count();
    }

    /** The products that the customer does not own, by score. */
    static int[] unowned(PastPurchases customer, double[] scores) {
        return best(
                IntStream.range(0, scores.length).filter(product -> !customer.contains(product)),
                product -> scores[product]);
    }

    /** The products that the customer owns, by the score of their position in the history. */
    static int[] owned(PastPurchases customer, IntToDoubleFunction score) {
        return IntStream.of(best(IntStream.range(0, customer.size()), score))
                .map(position -> customer.products()[position])
                .toArray();
    }

    private static int[] best(IntStream products, IntToDoubleFunction score) {
        return products.boxed()
                .sorted(Comparator.comparingDouble((Integer product) -> score.applyAsDouble(product))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(RankingMetrics.AT)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
