package org.postroad.customer.profile;

import java.time.Instant;
import java.util.List;

/** What a customer looked at lately, by category. A product without a known category is a category of its own. */
public interface RecentViews {

    /** How many views in the product's category at that moment or later. */
    int countInCategoryOf(String customerId, String productId, Instant since);

    /** The products seen in the product's category at that moment or later, most viewed first, latest first among equals. */
    List<String> productsInCategoryOf(String customerId, String productId, Instant since);
}
