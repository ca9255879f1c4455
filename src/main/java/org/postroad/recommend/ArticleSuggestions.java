package org.postroad.recommend;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles that suit a customer: on their topics, and on what the products are about. */
@Component
class ArticleSuggestions {

    private static final String READ = Sql.of(ArticleSuggestions.class, "read-articles-read");

    /** A tag of the product counts as much as all topics read so far. */
    private static final double OF_TAG = 1;

    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final Clock clock;

    ArticleSuggestions(Catalog catalog, JdbcClient jdbc, Clock clock) {
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Unread ones first, then by how well they suit; never one that has nothing to do with either. */
    List<Article> articles(Customer customer, Profile profile, List<String> productIds, int atMost) {
        Map<String, Double> interest = interest(customer, profile, productIds);
        List<Article> suitable = catalog.articles().stream()
                .filter(article -> score(article, interest) > 0)
                .toList();
        Set<String> read = suitable.isEmpty() ? Set.of() : read(customer.id());
        return suitable.stream()
                .sorted(Comparator.comparing((Article article) -> read.contains(article.id()))
                        .thenComparing(Comparator.comparingDouble((Article article) -> score(article, interest))
                                .reversed())
                        .thenComparing(Article::id))
                .limit(atMost)
                .toList();
    }

    /** Weight by topic: the customer's own interests, and what the products are about. */
    private Map<String, Double> interest(Customer customer, Profile profile, List<String> productIds) {
        Map<String, Double> interest = Interests.of(customer, profile.topics(clock.instant()));
        Set<String> tags = new HashSet<>();
        catalog.products(productIds).values().forEach(product -> tags.addAll(topicsOf(product)));
        tags.forEach(tag -> interest.merge(Interests.key(tag), OF_TAG / tags.size(), Double::sum));
        return interest;
    }

    static Set<String> topicsOf(Product product) {
        Set<String> about = new HashSet<>(product.tags());
        if (product.category() != null) {
            about.add(product.category());
        }
        return about;
    }

    private static double score(Article article, Map<String, Double> interest) {
        return article.topics().stream()
                .mapToDouble(topic -> interest.getOrDefault(Interests.key(topic), 0.0))
                .sum();
    }

    private Set<String> read(String customerId) {
        return new HashSet<>(
                jdbc.sql(READ).param("customer", customerId).query(String.class).list());
    }
}
