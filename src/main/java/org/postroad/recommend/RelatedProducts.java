package org.postroad.recommend;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;
import org.springframework.stereotype.Component;

/** Products bought together with given ones or, if those have no orders yet, with others of their category. */
@Component
class RelatedProducts {

    private final CoPurchases coPurchases;
    private final Catalog catalog;
    private final Clock clock;

    RelatedProducts(CoPurchases coPurchases, Catalog catalog, Clock clock) {
        this.coPurchases = coPurchases;
        this.catalog = catalog;
        this.clock = clock;
    }

    List<Product> products(List<String> productIds, Profile profile, int atMost) {
        Map<String, Double> scores = scores(productIds.stream());
        if (scores.isEmpty()) {
            scores = scores(sameCategory(productIds));
        }
        Set<String> owned = profile.purchasedProducts(clock.instant()).keySet();
        Set<String> given = new HashSet<>(productIds);
        Map<String, Product> known = catalog.products(scores.keySet());
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(score -> known.get(score.getKey()))
                .filter(Objects::nonNull)
                .filter(product -> !given.contains(product.id()) && inStock(product))
                .filter(product -> !owned.contains(product.id()) || product.consumableDays() != null)
                .limit(atMost)
                .toList();
    }

    private Map<String, Double> scores(Stream<String> productIds) {
        Map<String, Double> scores = new HashMap<>();
        productIds
                .flatMap(id -> coPurchases.partnersOf(id).stream())
                .forEach(partner -> scores.merge(partner.productId(), partner.similarity(), Double::sum));
        return scores;
    }

    private Stream<String> sameCategory(List<String> productIds) {
        return catalog.products(productIds).values().stream()
                .map(Product::category)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(category -> catalog.productsIn(category).stream())
                .map(Product::id);
    }

    static boolean inStock(Product product) {
        return product.stock() == null || product.stock() > 0;
    }
}
