package org.postroad.customer.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.CatalogLookup;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.springframework.stereotype.Component;

/** Looks up in one query the products that a batch of events views. */
@Component
class BatchCatalogLookup {

    private final Catalog catalog;

    BatchCatalogLookup(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A lookup that knows the viewed products of the batch, and all articles. */
    CatalogLookup forEvents(List<Event> batch) {
        return new Fetched(catalog.products(viewed(batch)), catalog);
    }

    private static Set<String> viewed(List<Event> batch) {
        return batch.stream()
                .filter(event -> event.is(EventType.PRODUCT_VIEWED))
                .flatMap(event -> event.text("productId").stream())
                .collect(Collectors.toSet());
    }

    /** Articles are few; the catalog caches all of them. */
    private record Fetched(Map<String, Product> products, Catalog catalog) implements CatalogLookup {

        @Override
        public Optional<Product> product(String id) {
            return Optional.ofNullable(products.get(id));
        }

        @Override
        public Optional<Article> article(String id) {
            return catalog.article(id);
        }
    }
}
