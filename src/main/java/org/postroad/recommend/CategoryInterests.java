package org.postroad.recommend;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.postroad.catalog.Catalog;
import org.postroad.customer.profile.Profile;
import org.springframework.stereotype.Component;

/** A customer's interests by category: what they viewed and what they bought, decayed. */
@Component
class CategoryInterests {

    private final Catalog catalog;
    private final Clock clock;

    CategoryInterests(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Weight by category: views add up to 1, and so do purchases. */
    Map<String, Double> of(Profile profile) {
        Instant now = clock.instant();
        Map<String, Double> interests = new HashMap<>();
        addShares(interests, profile.categoryViews(now));
        addShares(interests, bought(profile.purchasedProducts(now)));
        return interests;
    }

    private static void addShares(Map<String, Double> interests, Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.forEach((category, weight) -> interests.merge(category, weight / sum, Double::sum));
    }

    /** Pieces bought, by category. */
    Map<String, Double> bought(Map<String, Double> pieces) {
        Map<String, Double> byCategory = new HashMap<>();
        catalog.products(pieces.keySet()).values().stream()
                .filter(product -> product.category() != null)
                .forEach(product -> byCategory.merge(
                        String.valueOf(product.category()), pieces.getOrDefault(product.id(), 0.0), Double::sum));
        return byCategory;
    }
}
