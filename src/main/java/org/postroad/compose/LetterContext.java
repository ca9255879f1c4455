package org.postroad.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Article;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.recommend.Recommendation;

/**
 * What a letter can be about.
 *
 * @param products those that the journey is about and the catalog knows, the most important first
 * @param recommendations by the name under which the content asks for them
 * @param articles empty if the content does not name them
 * @param predicted empty if the content does not name it
 * @param event the properties of the event that started the enrolment
 */
record LetterContext(
        Customer customer,
        List<Product> products,
        Map<String, List<Recommendation>> recommendations,
        List<Article> articles,
        Optional<LetterOffer> offer,
        Optional<LetterPrediction> predicted,
        Map<String, Object> event) {

    /** The personal code that the letter carries, if any. */
    @Nullable
    String offerCode() {
        return offer.flatMap(LetterOffer::code).map(each -> each.code()).orElse(null);
    }

    /** The currency of the shop's prices, taken from the first product. */
    @Nullable
    String currency() {
        return products.isEmpty() ? null : products.get(0).currency();
    }
}
