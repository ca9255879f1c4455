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

/** Recent views, counted from the event log. */
@Component
class EventLogRecentViews implements RecentViews {

    private final EventLog log;
    private final Catalog catalog;

    EventLogRecentViews(EventLog log, Catalog catalog) {
        this.log = log;
        this.catalog = catalog;
    }

    @Override
    public int countInCategoryOf(String customerId, String productId, Instant since) {
        return viewsInCategoryOf(customerId, productId, since).size();
    }

    @Override
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
