package org.postroad.recommend;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.springframework.stereotype.Component;

/** Suggests products when there is no product to start from: of the customer's categories, by their topics. */
@Component
class ProductSuggestions {

    private final Shelf shelf;
    private final CategoryInterests categoryInterests;
    private final Clock clock;

    ProductSuggestions(Shelf shelf, CategoryInterests categoryInterests, Clock clock) {
        this.shelf = shelf;
        this.categoryInterests = categoryInterests;
        this.clock = clock;
    }

    /** Products in stock that the customer has not bought, by score; equal scores in the order of ids. */
    List<Product> products(Customer customer, Profile profile, int atMost) {
        Instant now = clock.instant();
        Map<String, Double> owned = profile.purchasedProducts(now);
        Map<String, Double> bought = categoryInterests.bought(owned);
        Map<String, Double> viewed = profile.categoryViews(now);
        Map<String, Double> interests = Interests.of(customer, profile.topics(now));
        Interests.addShares(interests, viewed);
        Interests.addShares(interests, bought);
        return Stream.of(viewed.keySet(), bought.keySet(), Interests.stated(customer))
                .flatMap(Collection::stream)
                .distinct()
                .flatMap(category -> shelf.availableIn(category).stream())
                .filter(product -> !owned.containsKey(product.id()))
                .sorted(Comparator.comparingDouble((Product product) -> score(product, interests))
                        .reversed()
                        .thenComparing(Product::id))
                .limit(atMost)
                .toList();
    }

    private static double score(Product product, Map<String, Double> interests) {
        return ArticleSuggestions.topicsOf(product).stream()
                .mapToDouble(topic -> interests.getOrDefault(Interests.key(topic), 0.0))
                .sum();
    }
}
