package org.postroad.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postroad.catalog.Article;
import org.postroad.compose.template.Contents;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.postroad.recommend.Recommendation;
import org.postroad.recommend.Recommender;
import org.springframework.stereotype.Component;

/** What a content asks for by name of products and articles that suit the customer; a list that it does not name is not made. */
@Component
class NamedRecommendations {

    private static final int MOST = 3;
    private static final int MOST_ARTICLES = 2;

    private final Contents contents;
    private final Recommender recommender;

    NamedRecommendations(Contents contents, Recommender recommender) {
        this.contents = contents;
        this.recommender = recommender;
    }

    /** @param about the products of the journey */
    Map<String, List<Recommendation>> of(String content, Customer customer, Profile profile, List<String> about) {
        Map<String, Supplier<List<Recommendation>>> known = Map.of(
                "together", () -> recommender.boughtTogetherWith(about, profile, MOST),
                "suggestions", () -> about.isEmpty() ? recommender.newTo(customer, profile, MOST) : List.of(),
                "recommended", () -> recommender.newTo(customer, profile, MOST),
                "again", () -> recommender.againFor(customer, MOST),
                "complete", () -> recommender.completing(about, profile, MOST),
                "trending", () -> recommender.trending(MOST));
        Map<String, List<Recommendation>> lists = new HashMap<>();
        known.forEach((name, list) -> {
            if (contents.mentions(content, name)) {
                lists.put(name, list.get());
            }
        });
        return lists;
    }

    /** @param about the products of the journey */
    List<Article> articles(String content, Customer customer, Profile profile, List<String> about) {
        return contents.mentions(content, "articles")
                ? recommender.articlesFor(customer, profile, about, MOST_ARTICLES)
                : List.of();
    }
}
