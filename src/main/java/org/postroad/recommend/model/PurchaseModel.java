package org.postroad.recommend.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Recommends what a customer may buy next, from what all customers bought: products new to them, products to buy again, and
 * what sells now. Made by {@link PurchaseModelTrainer}. Immutable; safe for threads. Every list is best first, and empty where
 * nothing is known.
 *
 * @param items how products speak for one another
 * @param demand how products sell, with the same indices
 * @param customers how many customers it was learned from
 */
public record PurchaseModel(ItemModel items, ProductDemand demand, int customers) {

    /**
     * In days; after so long a purchase counts half, in training as in a profile. Chosen with λ and the momentum's days on four
     * earlier months of the online-retail data, see the page on recommendations in src/docs/models.
     */
    public static final double HALF_LIFE_DAYS = 180;

    private static final int REASONS = 3;

    public static final PurchaseModel EMPTY = new PurchaseModelTrainer(0).fit();

    /**
     * The score of each product, shape {@code [products]}: the item model's score from the profile, times the product's {@link
     * ProductDemand#momentum} if it is above 0.
     */
    public double[] scores(ProductWeights profile) {
        double[] scores = items.scores(profile);
        for (int product = 0; product < scores.length; product++) {
            if (scores[product] > 0) {
                scores[product] *= demand.momentum(product);
            }
        }
        return scores;
    }

    /** Products that the customer has not bought. */
    public List<RankedProduct> newTo(PastPurchases customer, int atMost) {
        ProductWeights profile = customer.weightedByRecency(HALF_LIFE_DAYS);
        double[] scores = scores(profile);
        IntStream.of(customer.products()).forEach(owned -> scores[owned] = 0);
        return recommend(scores, atMost, product -> new Because.Bought(contributions(profile, product)));
    }

    /**
     * Products to buy again, by personal frequency and recency (decayed number of purchases), times the product's repeat rate,
     * times its momentum.
     */
    public List<RankedProduct> again(PastPurchases customer, int atMost) {
        double[] scores = new double[items.products()];
        for (int i = 0; i < customer.size(); i++) {
            int product = customer.products()[i];
            scores[product] = customer.decayedPurchases(i, HALF_LIFE_DAYS)
                    * demand.repeatRate(product)
                    * demand.momentum(product);
        }
        return recommend(scores, atMost, product -> boughtBefore(customer, product));
    }

    /** What sells more than it did: by recent buyers, times the momentum. */
    public List<RankedProduct> trending(int atMost) {
        double[] scores = IntStream.range(0, items.products())
                .mapToDouble(product -> demand.recentBuyers(product) * demand.momentum(product))
                .toArray();
        return recommend(
                scores,
                atMost,
                product -> new Because.BoughtByOthers(demand.recentBuyers(product), demand.buyers(product)));
    }

    private static List<RankedProduct> recommend(double[] scores, int atMost, IntFunction<Because> because) {
        return IntStream.of(TopRanked.of(scores, atMost))
                .mapToObj(product -> new RankedProduct(product, scores[product], because.apply(product)))
                .toList();
    }

    private Because boughtBefore(PastPurchases customer, int product) {
        double[] daysAgo = customer.daysAgo()[customer.indexOf(product)];
        return new Because.BoughtBefore(daysAgo.length, daysAgo[0], demand.repeatRate(product));
    }

    private List<Because.Contribution> contributions(ProductWeights profile, int to) {
        List<Because.Contribution> all = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < profile.size(); i++) {
            double amount = profile.weights()[i] * items.weight(profile.products()[i], to);
            if (amount > 0) {
                sum += amount;
                all.add(new Because.Contribution(profile.products()[i], amount));
            }
        }
        double whole = sum;
        return all.stream()
                .sorted(Comparator.comparingDouble(Because.Contribution::share)
                        .reversed()
                        .thenComparing(Because.Contribution::product))
                .limit(REASONS)
                .map(each -> new Because.Contribution(each.product(), each.share() / whole))
                .toList();
    }
}
