package org.postroad.recommend;

import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.springframework.stereotype.Component;

/**
 * Which products and articles suit a customer now. Every list is best first and has {@code atMost} entries or fewer; no product
 * in it is out of stock or excluded by the shop (attribute {@code "recommend": false}).
 */
@Component
public class Recommender {

    private final RelatedProducts relatedProducts;
    private final PersonalRecommendations personal;
    private final ArticleSuggestions articleSuggestions;

    Recommender(
            RelatedProducts relatedProducts, PersonalRecommendations personal, ArticleSuggestions articleSuggestions) {
        this.relatedProducts = relatedProducts;
        this.personal = personal;
        this.articleSuggestions = articleSuggestions;
    }

    /**
     * Products that the customer has not bought, by what they bought and looked at, and by what they name as an interest;
     * their categories in proportion to these interests.
     */
    public List<Recommendation> newTo(Customer customer, Profile profile, int atMost) {
        return personal.newTo(customer, profile, atMost);
    }

    /** Products that the customer is likely to buy again. */
    public List<Recommendation> againFor(Customer customer, int atMost) {
        return personal.again(customer, atMost);
    }

    /** What sells more than it did, the same for all. */
    public List<Recommendation> trending(int atMost) {
        return personal.trending(atMost);
    }

    /** What others bought together with these products; nothing that the customer owns unless it is consumable. */
    public List<Recommendation> boughtTogetherWith(List<String> productIds, Profile profile, int atMost) {
        return relatedProducts.together(productIds, profile, atMost);
    }

    /** As {@link #boughtTogetherWith}, but of other categories than these products'. */
    public List<Recommendation> completing(List<String> productIds, Profile profile, int atMost) {
        return relatedProducts.completing(productIds, profile, atMost);
    }

    /** Articles on the customer's topics, read or stated, and on what the products are about; unread ones first. */
    public List<Article> articlesFor(Customer customer, Profile profile, List<String> productIds, int atMost) {
        return articleSuggestions.articles(customer, profile, productIds, atMost);
    }
}
