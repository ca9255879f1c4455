package org.postroad.evaluate.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.postroad.catalog.Product;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.shop.behaviour.ShopEvent;
import org.postroad.shop.behaviour.ShopHistory;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;

/** A year of the simulated shop: what its customers buy, and the categories that they look at, before a moment and after it. */
final class SimulatedPurchases {

    private static final Instant OPENED = Instant.parse("2026-11-01T00:00:00Z");

    private final Instant cut;
    private final Instant end;
    private final List<String> categories;
    private final TreeMap<String, Integer> products = new TreeMap<>();
    private final Map<String, SimulatedShopper> shoppers = new TreeMap<>();

    private SimulatedPurchases(Assortment assortment, Instant cut, Instant end) {
        this.cut = cut;
        this.end = end;
        assortment.products().stream().map(Product::id).sorted().forEach(id -> products.put(id, products.size()));
        this.categories = products.keySet().stream()
                .map(id ->
                        Objects.requireNonNull(assortment.find(id).orElseThrow().category()))
                .toList();
    }

    /**
     * @param horizon the length of what is held back
     * @param skipped between the end of that and the end of the year; it stays unseen
     */
    static SimulatedPurchases of(long seed, int customers, Duration horizon, Duration skipped) {
        Assortment assortment = new AssortmentReader("https://shop.example/images").assortment();
        Instant end = OPENED.minus(skipped);
        SimulatedPurchases purchases = new SimulatedPurchases(assortment, end.minus(horizon), end);
        new ShopHistory(assortment, seed, customers, OPENED).generate(purchases::add);
        return purchases;
    }

    private void add(ShopEvent event) {
        SimulatedShopper shopper = shoppers.computeIfAbsent(event.customerId(), first -> new SimulatedShopper());
        if (event.type().equals("purchased") && event.at().isBefore(end)) {
            items(event).forEach(item -> shopper.add(product(item), event.at()));
        } else if (event.type().equals("product_viewed") && event.at().isBefore(cut)) {
            shopper.viewed.merge(category(product(event.properties())), 1.0, Double::sum);
        }
    }

    private static Collection<?> items(ShopEvent purchase) {
        return (Collection<?>) Objects.requireNonNull(purchase.properties().get("items"));
    }

    private int product(Object item) {
        return Objects.requireNonNull(products.get(((Map<?, ?>) item).get("productId")));
    }

    Collection<SimulatedShopper> shoppers() {
        return shoppers.values();
    }

    int products() {
        return products.size();
    }

    String category(int product) {
        return categories.get(product);
    }

    /** A customer of the simulated shop. */
    final class SimulatedShopper {

        private final TreeMap<Integer, List<Double>> daysAgo = new TreeMap<>();
        private final Set<Integer> then = new HashSet<>();
        private final Map<String, Double> viewed = new TreeMap<>();

        private void add(int product, Instant at) {
            if (at.isBefore(cut)) {
                daysAgo.computeIfAbsent(product, first -> new ArrayList<>())
                        .add(Duration.between(at, cut).toSeconds() / 86_400.0);
            } else {
                then.add(product);
            }
        }

        PastPurchases history() {
            TreeMap<Integer, double[]> days = new TreeMap<>();
            daysAgo.forEach((product, ages) -> days.put(
                    product, ages.stream().mapToDouble(Double::doubleValue).toArray()));
            return PastPurchases.of(days);
        }

        /** Bought after the cut, and not before. */
        Set<Integer> newProducts() {
            Set<Integer> fresh = new HashSet<>(then);
            fresh.removeAll(daysAgo.keySet());
            return fresh;
        }

        /** Views by category, before the cut. */
        Map<String, Double> viewedCategories() {
            return viewed;
        }
    }
}
