package org.postroad.recommend;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;
import org.postroad.recommend.Recommendation.Basis;
import org.springframework.stereotype.Component;

/** Products bought together with given ones or, if those have no orders yet, with others of their category. */
@Component
class RelatedProducts {

    private static final int MOST_REASONS = 3;

    private final CoPurchases coPurchases;
    private final Catalog catalog;
    private final Shelf shelf;
    private final Clock clock;

    RelatedProducts(CoPurchases coPurchases, Catalog catalog, Shelf shelf, Clock clock) {
        this.coPurchases = coPurchases;
        this.catalog = catalog;
        this.shelf = shelf;
        this.clock = clock;
    }

    List<Recommendation> together(List<String> productIds, Profile profile, int atMost) {
        return related(productIds, profile, atMost, product -> true);
    }

    /** Of other categories than the given products': what completes them, and no second one of the same. */
    List<Recommendation> completing(List<String> productIds, Profile profile, int atMost) {
        Set<String> categories = catalog.products(productIds).values().stream()
                .map(Product::category)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return related(
                productIds,
                profile,
                atMost,
                product -> product.category() != null && !categories.contains(product.category()));
    }

    private List<Recommendation> related(
            List<String> productIds, Profile profile, int atMost, Predicate<Product> wanted) {
        Map<String, Map<String, Double>> own = lifts(productIds.stream());
        Map<String, Map<String, Double>> lifts = own.isEmpty() ? lifts(sameCategory(productIds)) : own;
        Set<String> owned = profile.purchasedProducts(clock.instant()).keySet();
        Map<String, Product> available = shelf.available(lifts.keySet());
        available.keySet().removeAll(productIds);
        return available.values().stream()
                .filter(wanted)
                .filter(product -> !owned.contains(product.id()) || product.consumableDays() != null)
                .sorted(Comparator.comparingDouble((Product product) -> sum(lifts, product))
                        .reversed()
                        .thenComparing(Product::id))
                .limit(atMost)
                .map(product -> recommendation(product, lifts))
                .toList();
    }

    private static double sum(Map<String, Map<String, Double>> lifts, Product product) {
        return lifts.getOrDefault(product.id(), Map.of()).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private Recommendation recommendation(Product product, Map<String, Map<String, Double>> lifts) {
        double sum = sum(lifts, product);
        List<Basis> basedOn = lifts.getOrDefault(product.id(), Map.of()).entrySet().stream()
                .map(each -> new Basis(each.getKey(), each.getValue() / sum))
                .sorted(Comparator.comparingDouble(Basis::share).reversed().thenComparing(Basis::productId))
                .limit(MOST_REASONS)
                .toList();
        List<String> ids = basedOn.stream().map(Basis::productId).toList();
        return new Recommendation(product, sum, Wording.boughtTogether(ids, catalog.products(ids)), basedOn);
    }

    /** By related product, the lift from each of these. */
    private Map<String, Map<String, Double>> lifts(Stream<String> productIds) {
        Map<String, Map<String, Double>> lifts = new HashMap<>();
        productIds
                .distinct()
                .forEach(id -> coPurchases
                        .partnersOf(id)
                        .forEach(partner -> lifts.computeIfAbsent(partner.productId(), first -> new TreeMap<>())
                                .put(id, partner.lift())));
        return lifts;
    }

    private Stream<String> sameCategory(List<String> productIds) {
        return catalog.products(productIds).values().stream()
                .map(Product::category)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(category -> catalog.productsIn(category).stream())
                .map(Product::id);
    }
}
