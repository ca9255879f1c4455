package org.postroad.recommend;

import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.customer.Profile;
import org.springframework.stereotype.Component;

/** Puts the two kinds of recommendation behind one door. */
@Component
class ProductsAndReading implements Recommender {

    private final GoesWith goesWith;
    private final Reading reading;

    ProductsAndReading(GoesWith goesWith, Reading reading) {
        this.goesWith = goesWith;
        this.reading = reading;
    }

    @Override
    public List<Product> boughtTogetherWith(List<String> productIds, Profile profile, int atMost) {
        return goesWith.products(productIds, profile, atMost);
    }

    @Override
    public List<Article> articlesFor(String customerId, Profile profile, List<String> productIds, int atMost) {
        return reading.articles(customerId, profile, productIds, atMost);
    }
}
