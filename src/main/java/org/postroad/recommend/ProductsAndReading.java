package org.postroad.recommend;

import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.springframework.stereotype.Component;

/** Puts the kinds of recommendation behind one door. */
@Component
class ProductsAndReading implements Recommender {

    private final GoesWith goesWith;
    private final Suggestions suggestions;
    private final Reading reading;

    ProductsAndReading(GoesWith goesWith, Suggestions suggestions, Reading reading) {
        this.goesWith = goesWith;
        this.suggestions = suggestions;
        this.reading = reading;
    }

    @Override
    public List<Product> boughtTogetherWith(List<String> productIds, Profile profile, int atMost) {
        return goesWith.products(productIds, profile, atMost);
    }

    @Override
    public List<Product> suggestionsFor(Customer customer, Profile profile, int atMost) {
        return suggestions.products(customer, profile, atMost);
    }

    @Override
    public List<Article> articlesFor(Customer customer, Profile profile, List<String> productIds, int atMost) {
        return reading.articles(customer, profile, productIds, atMost);
    }
}
