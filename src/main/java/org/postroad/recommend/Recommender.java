package org.postroad.recommend;

import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.springframework.stereotype.Component;

/** Which products and articles suit a customer now. Every list is best first and has {@code atMost} entries or fewer. */
@Component
public class Recommender {

    private final RelatedProducts relatedProducts;
    private final ProductSuggestions productSuggestions;
    private final ArticleSuggestions articleSuggestions;

    Recommender(
            RelatedProducts relatedProducts,
            ProductSuggestions productSuggestions,
            ArticleSuggestions articleSuggestions) {
        this.relatedProducts = relatedProducts;
        this.productSuggestions = productSuggestions;
        this.articleSuggestions = articleSuggestions;
    }

    /** What others bought together with these products; nothing out of stock, nor what the customer owns unless it is consumable. */
    public List<Product> boughtTogetherWith(List<String> productIds, Profile profile, int atMost) {
        return relatedProducts.products(productIds, profile, atMost);
    }

    /** Products of the categories that the customer viewed, bought or named as an interest; none that they own. */
    public List<Product> suggestionsFor(Customer customer, Profile profile, int atMost) {
        return productSuggestions.products(customer, profile, atMost);
    }

    /** Articles on the customer's topics, read or stated, and on what the products are about; unread ones first. */
    public List<Article> articlesFor(Customer customer, Profile profile, List<String> productIds, int atMost) {
        return articleSuggestions.articles(customer, profile, productIds, atMost);
    }
}
