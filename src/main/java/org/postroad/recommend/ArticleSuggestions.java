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

/** Suggests articles on a customer's topics and on the topics of products. */
@Component
class ArticleSuggestions {

    private static final String SEEN = Sql.of(ArticleSuggestions.class, "read-seen-articles");

    /** The weight of all tags of the products together: as much as all topics read. */
    private static final double TAG_WEIGHT = 1;

    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final Clock clock;

    ArticleSuggestions(Catalog catalog, JdbcClient jdbc, Clock clock) {
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Articles with a score above 0: those that the customer has not seen first, then by score. */
    List<Article> articles(Customer customer, Profile profile, List<String> productIds, int atMost) {
        Map<String, Double> interest = interest(customer, profile, productIds);
        List<Article> suitable = catalog.articles().stream()
                .filter(article -> score(article, interest) > 0)
                .toList();
        Set<String> seen = suitable.isEmpty() ? Set.of() : seen(customer.id());
        return suitable.stream()
                .sorted(Comparator.comparing((Article article) -> seen.contains(article.id()))
                        .thenComparing(Comparator.comparingDouble((Article article) -> score(article, interest))
                                .reversed())
                        .thenComparing(Article::id))
                .limit(atMost)
                .toList();
    }

    /** Weight by topic: the customer's interests and the topics of the products. */
    private Map<String, Double> interest(Customer customer, Profile profile, List<String> productIds) {
        Map<String, Double> interest = Interests.of(customer, profile.topics(clock.instant()));
        Set<String> tags = new HashSet<>();
        catalog.products(productIds).values().forEach(product -> tags.addAll(topicsOf(product)));
        tags.forEach(tag -> interest.merge(Interests.key(tag), TAG_WEIGHT / tags.size(), Double::sum));
        return interest;
    }

    /** The product's tags and its category. */
    static Set<String> topicsOf(Product product) {
        Set<String> topics = new HashSet<>(product.tags());
        if (product.category() != null) {
            topics.add(product.category());
        }
        return topics;
    }

    private static double score(Article article, Map<String, Double> interest) {
        return article.topics().stream()
                .mapToDouble(topic -> interest.getOrDefault(Interests.key(topic), 0.0))
                .sum();
    }

    private Set<String> seen(String customerId) {
        return new HashSet<>(
                jdbc.sql(SEEN).param("customer", customerId).query(String.class).list());
    }
}
