package org.postroad.shop.world;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;

/** What the shop has to sell, to tell and to give. */
public final class Assortment {

    private final List<Product> products;
    private final List<Article> articles;
    private final List<Offer> offers;
    private final Map<String, List<Product>> byCategory;
    private final Map<String, List<Article>> byTopic;
    private final Map<String, Product> byId;
    private final Function<String, CategoryDemand> demand;

    /** @param demand by category */
    public Assortment(
            List<Product> products,
            List<Article> articles,
            List<Offer> offers,
            Function<String, CategoryDemand> demand) {
        this.products = List.copyOf(products);
        this.articles = List.copyOf(articles);
        this.offers = List.copyOf(offers);
        this.demand = demand;
        this.byCategory = products.stream().collect(groupingBy(Product::category));
        this.byId = products.stream().collect(Collectors.toMap(Product::id, product -> product));
        this.byTopic = new TreeMap<>();
        articles.forEach(article -> article.topics()
                .forEach(topic -> byTopic.computeIfAbsent(topic, none -> new ArrayList<>())
                        .add(article)));
    }

    public void putInto(Catalog catalog) {
        catalog.putProducts(products);
        catalog.putArticles(articles);
        catalog.putOffers(offers);
    }

    public List<Product> products() {
        return products;
    }

    List<Article> articles() {
        return articles;
    }

    public List<Offer> offers() {
        return offers;
    }

    public Optional<Product> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Product> inCategory(String category) {
        return byCategory.getOrDefault(category, List.of());
    }

    public List<Product> tagged(String tag) {
        return products.stream().filter(product -> product.tags().contains(tag)).toList();
    }

    public CategoryDemand demandFor(String category) {
        return demand.apply(category);
    }

    List<String> topics() {
        return List.copyOf(byTopic.keySet());
    }

    public List<Article> about(String topic) {
        return byTopic.getOrDefault(topic, List.of());
    }

    /** How much a category has to do with the topics that articles are written about: shares of its products' tags. */
    Map<String, Double> topicsOf(String category) {
        Map<String, Long> counts = inCategory(category).stream()
                .flatMap(product -> product.tags().stream())
                .filter(byTopic::containsKey)
                .collect(groupingBy(tag -> tag, TreeMap::new, counting()));
        double all = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> shares = new TreeMap<>();
        counts.forEach((topic, count) -> shares.put(topic, count / all));
        return shares;
    }
}
