package org.postroad.recommend;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.springframework.stereotype.Component;

/** What can be recommended at all: known, in stock, and not excluded by the shop. */
@Component
class Shelf {

    /** The attribute by which a shop keeps a product out of recommendations: {@code "recommend": false}. */
    private static final String RECOMMEND = "recommend";

    private final Catalog catalog;

    Shelf(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Those of the products that can be recommended, by id; may be changed. */
    Map<String, Product> available(Collection<String> ids) {
        return catalog.products(ids).values().stream()
                .filter(Shelf::isAvailable)
                .collect(Collectors.toMap(Product::id, product -> product, (one, same) -> one, HashMap::new));
    }

    /** Those of a category. */
    List<Product> availableIn(String category) {
        return catalog.productsIn(category).stream().filter(Shelf::isAvailable).toList();
    }

    static boolean isAvailable(Product product) {
        return (product.stock() == null || product.stock() > 0)
                && !Boolean.FALSE.equals(product.attributes().get(RECOMMEND));
    }
}
