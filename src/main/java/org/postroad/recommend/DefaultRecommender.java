package org.postroad.recommend;

import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.springframework.stereotype.Component;

/** Puts the kinds of recommendation behind one door. */
@Component
class DefaultRecommender implements Recommender {

    private final RelatedProducts relatedProducts;
    private final ProductSuggestions productSuggestions;
    private final ArticleSuggestions articleSuggestions;

    DefaultRecommender(
            RelatedProducts relatedProducts,
            ProductSuggestions productSuggestions,
            ArticleSuggestions articleSuggestions) {
        this.relatedProducts = relatedProducts;
        this.productSuggestions = productSuggestions;
        this.articleSuggestions = articleSuggestions;
    }

    @Override
    public List<Product> boughtTogetherWith(List<String> productIds, Profile profile, int atMost) {
        return relatedProducts.products(productIds, profile, atMost);
    }

    @Override
    public List<Product> suggestionsFor(Customer customer, Profile profile, int atMost) {
        return productSuggestions.products(customer, profile, atMost);
    }

    @Override
    public List<Article> articlesFor(Customer customer, Profile profile, List<String> productIds, int atMost) {
        return articleSuggestions.articles(customer, profile, productIds, atMost);
    }
}
