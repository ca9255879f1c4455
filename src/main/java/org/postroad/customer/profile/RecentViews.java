package org.postroad.customer.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.springframework.stereotype.Component;

/** What a customer viewed lately, by category, from the event log. A product without a known category is a category of its own. */
@Component
public class RecentViews {

    private final EventLog log;
    private final Catalog catalog;

    RecentViews(EventLog log, Catalog catalog) {
        this.log = log;
        this.catalog = catalog;
    }

    /** The number of views in the product's category at or after {@code since}. */
    public int countInCategoryOf(String customerId, String productId, Instant since) {
        return viewsInCategoryOf(customerId, productId, since).size();
    }

    /** The products viewed in the product's category at or after {@code since}: most viewed first, latest first among equals. */
    public List<String> productsInCategoryOf(String customerId, String productId, Instant since) {
        List<String> latestFirst = viewsInCategoryOf(customerId, productId, since);
        Collections.reverse(latestFirst);
        Map<String, Integer> counts = new LinkedHashMap<>();
        latestFirst.forEach(viewed -> counts.merge(viewed, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> viewsInCategoryOf(String customerId, String productId, Instant since) {
        List<String> viewed = log.ofCustomer(customerId, since, EventType.PRODUCT_VIEWED).stream()
                .map(view -> view.text("productId"))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        Map<String, Product> known = catalog.products(viewed);
        Optional<String> category = catalog.product(productId).map(Product::category);
        viewed.removeIf(id -> !id.equals(productId)
                && (category.isEmpty()
                        || !category.equals(Optional.ofNullable(known.get(id)).map(Product::category))));
        return viewed;
    }
}
