package org.postroad.rehearse.sample;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;

/** The categories and topics of what a simulation has to sell and to tell. */
final class CatalogIndex {

    private final Map<String, String> categoryByProduct;
    private final Map<String, List<String>> topicsByArticle;

    CatalogIndex(SampledCatalog catalog) {
        this.categoryByProduct = catalog.goods().stream()
                .collect(Collectors.toMap(Product::id, product -> Objects.requireNonNull(product.category())));
        this.topicsByArticle = catalog.articles().stream().collect(Collectors.toMap(Article::id, Article::topics));
    }

    Optional<String> category(String productId) {
        return Optional.ofNullable(categoryByProduct.get(productId));
    }

    List<String> topics(String articleId) {
        return topicsByArticle.getOrDefault(articleId, List.of());
    }

    /** An equal share for each category. */
    Map<String, Double> equalCategories() {
        return equal(categoryByProduct.values());
    }

    /** An equal share for each topic. */
    Map<String, Double> equalTopics() {
        return equal(topicsByArticle.values().stream().flatMap(List::stream).toList());
    }

    private static Map<String, Double> equal(Collection<String> names) {
        long different = names.stream().distinct().count();
        Map<String, Double> shares = new TreeMap<>();
        names.forEach(name -> shares.put(name, 1.0 / different));
        return shares;
    }
}
