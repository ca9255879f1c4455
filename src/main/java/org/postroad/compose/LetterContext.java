package org.postroad.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;

/**
 * What a letter can be about.
 *
 * @param products what the journey is about, foremost first, as far as the catalog knows them
 * @param together what is bought with these by others
 * @param suggestions what suits the customer, where the journey is about no product
 * @param event the properties of what brought the customer in
 */
record LetterContext(
        Customer customer,
        List<Product> products,
        List<Product> together,
        List<Product> suggestions,
        List<Article> articles,
        Optional<LetterOffer> offer,
        Map<String, Object> event) {

    /** The personal code that the letter carries. */
    @Nullable
    String offerCode() {
        return offer.flatMap(LetterOffer::code).map(each -> each.code()).orElse(null);
    }

    /** What the shop's prices are in, as its products tell. */
    @Nullable
    String currency() {
        return products.isEmpty() ? null : products.get(0).currency();
    }
}
