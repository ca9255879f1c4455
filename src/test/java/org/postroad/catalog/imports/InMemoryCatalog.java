package org.postroad.catalog.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;

/** A catalog in memory. */
final class InMemoryCatalog implements Catalog {

    final Map<String, Product> products = new TreeMap<>();

    @Override
    public Optional<Product> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    @Override
    public Map<String, Product> products(Collection<String> ids) {
        Map<String, Product> found = new LinkedHashMap<>(products);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public List<Product> productsIn(String category) {
        return List.of();
    }

    @Override
    public Optional<Article> article(String id) {
        return Optional.empty();
    }

    @Override
    public List<Article> articles() {
        return List.of();
    }

    @Override
    public Optional<Offer> offer(String id) {
        return Optional.empty();
    }

    @Override
    public List<Offer> offersFor(String slot) {
        return List.of();
    }

    @Override
    public void putProducts(Collection<Product> put) {
        put.forEach(product -> products.put(product.id(), product));
    }

    @Override
    public void putArticles(Collection<Article> articles) {}

    @Override
    public void putOffers(Collection<Offer> offers) {}
}
