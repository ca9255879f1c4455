package org.postroad.recommend;

import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;

/** Which products and articles suit this customer now. */
public interface Recommender {

    /** What is bought together with these products by others, best first; never what the customer just looked at or owns. */
    List<Product> boughtTogetherWith(List<String> productIds, Profile profile, int atMost);

    /** Products of the customer's categories and topics, read, stated, looked at or bought; none that they own. */
    List<Product> suggestionsFor(Customer customer, Profile profile, int atMost);

    /** Articles on the customer's topics, read or stated, and on what the products are about; unread ones first. */
    List<Article> articlesFor(Customer customer, Profile profile, List<String> productIds, int atMost);
}
