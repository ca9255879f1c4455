package org.postroad.evaluate.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroad.evaluate.recommend.SimulatedPurchases.SimulatedShopper;
import org.postroad.recommend.model.CalibratedRanking;
import org.postroad.recommend.model.CategoryDivergence;
import org.postroad.recommend.model.ProductWeights;
import org.postroad.recommend.model.PurchaseModel;
import org.postroad.recommend.model.PurchaseModelTrainer;
import org.postroad.recommend.model.RankedProduct;

/** Recommendations for the simulated shop's customers who have an order, with more or less calibration. */
final class SimulatedLists {

    private final SimulatedPurchases shop;
    private final List<SimulatedShopper> shoppers;
    private final PurchaseModel model;

    private SimulatedLists(SimulatedPurchases shop, List<SimulatedShopper> shoppers, PurchaseModel model) {
        this.shop = shop;
        this.shoppers = shoppers;
        this.model = model;
    }

    static SimulatedLists of(SimulatedPurchases shop) {
        List<SimulatedShopper> shoppers = shop.shoppers().stream()
                .filter(shopper -> shopper.history().size() > 0)
                .toList();
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(shop.products());
        shoppers.forEach(shopper -> trainer.add(shopper.history()));
        return new SimulatedLists(shop, shoppers, trainer.fit());
    }

    int customers() {
        return shoppers.size();
    }

    long customersWithNew() {
        return shoppers.stream()
                .filter(shopper -> !shopper.newProducts().isEmpty())
                .count();
    }

    Quality quality(double lambda) {
        CalibratedRanking ranking = new CalibratedRanking(lambda);
        double divergence = 0;
        double ndcg = 0;
        for (SimulatedShopper shopper : shoppers) {
            Map<String, Double> interests = interests(shopper);
            List<RankedProduct> list = list(shopper, ranking, interests);
            divergence += divergence(list, interests);
            ndcg += RankingMetrics.ndcg(
                    list.stream().mapToInt(RankedProduct::product).toArray(), shopper.newProducts());
        }
        return new Quality(divergence / Math.max(1, customers()), ndcg / Math.max(1, customersWithNew()));
    }

    private List<RankedProduct> list(
            SimulatedShopper shopper, CalibratedRanking ranking, Map<String, Double> interests) {
        List<RankedProduct> candidates = model.newTo(shopper.history(), CalibratedRanking.CANDIDATES);
        return ranking.rank(candidates, shop::category, interests, RankingMetrics.AT);
    }

    private double divergence(List<RankedProduct> list, Map<String, Double> interests) {
        CategoryDivergence divergence = CategoryDivergence.from(interests, CalibratedRanking.SMOOTHING);
        list.forEach(each -> divergence.add(shop.category(each.product())));
        return divergence.value();
    }

    /** What the customer looked at and what they bought, each summing to 1. */
    private Map<String, Double> interests(SimulatedShopper shopper) {
        Map<String, Double> bought = new HashMap<>();
        ProductWeights profile = shopper.history().weightedByRecency(PurchaseModel.HALF_LIFE_DAYS);
        for (int i = 0; i < profile.size(); i++) {
            bought.merge(shop.category(profile.products()[i]), profile.weights()[i], Double::sum);
        }
        Map<String, Double> interests = new HashMap<>();
        addShares(interests, bought);
        addShares(interests, shopper.viewedCategories());
        return interests;
    }

    private static void addShares(Map<String, Double> interests, Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.forEach((category, weight) -> interests.merge(category, weight / sum, Double::sum));
    }

    /**
     * @param divergence mean over the customers, in nats
     * @param ndcg mean over the customers who bought something new
     */
    record Quality(double divergence, double ndcg) {}
}
