package org.postroad.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.recommend.model.PurchaseModel;
import org.postroad.recommend.model.PurchaseModelTrainer;

/**
 * A purchase model with the products' ids. Immutable.
 *
 * @param products their ids, by index
 * @param learnedAt null before anything was learned
 */
record ProductModel(
        PurchaseModel model,
        List<String> products,
        Map<String, Integer> indices,
        @Nullable Instant learnedAt) {

    static final ProductModel EMPTY = new ProductModel(PurchaseModel.EMPTY, List.of(), Map.of(), null);

    private static final int SECONDS_A_DAY = 86_400;

    /** What customers bought in this time is learned from. */
    private static final Duration PERIOD = Duration.ofDays(730);

    /** A product with fewer is not known well enough. */
    private static final int LEAST_BUYERS = 5;

    private static final int MOST_PRODUCTS = 50_000;

    static ProductModel learn(PurchaseRecords records, Instant now) {
        Instant since = now.minus(PERIOD);
        List<String> products = records.productsSince(since, LEAST_BUYERS, MOST_PRODUCTS);
        Map<String, Integer> indices = new HashMap<>();
        products.forEach(product -> indices.put(product, indices.size()));
        PurchaseModelTrainer trainer = new PurchaseModelTrainer(products.size());
        records.eachCustomerSince(since, purchases -> trainer.add(history(purchases, indices, now)));
        return new ProductModel(trainer.fit(), products, indices, now);
    }

    String product(int index) {
        return products.get(index);
    }

    /** A customer's purchases of the products that the model knows. */
    PastPurchases history(Map<String, List<Instant>> purchases, Instant now) {
        return history(purchases, indices, now);
    }

    /** What a customer bought in the time that is learned from, by product id. */
    static Map<String, List<Instant>> purchases(PurchaseRecords records, String customerId, Instant now) {
        return records.ofCustomer(customerId, now.minus(PERIOD));
    }

    private static PastPurchases history(
            Map<String, List<Instant>> purchases, Map<String, Integer> indices, Instant now) {
        TreeMap<Integer, double[]> daysAgo = new TreeMap<>();
        purchases.forEach((product, moments) -> {
            Integer index = indices.get(product);
            if (index != null) {
                daysAgo.put(
                        index,
                        moments.stream().mapToDouble(at -> daysBetween(at, now)).toArray());
            }
        });
        return PastPurchases.of(daysAgo);
    }

    private static double daysBetween(Instant at, Instant now) {
        return (double) Duration.between(at, now).toSeconds() / SECONDS_A_DAY;
    }
}
