package org.postroad.recommend;

import java.util.List;
import org.postroad.catalog.Product;

/**
 * A product that suits a customer, and why.
 *
 * @param score comparable within one list only; 0 for what fills a list up
 * @param because in words that a mail can print, without a full stop: "you bought the Velden Aira 3"
 * @param basedOn products of the customer that speak for it, those that say most first
 */
public record Recommendation(Product product, double score, String because, List<Basis> basedOn) {

    /** The same as one that fills a list up. */
    Recommendation withoutScore() {
        return new Recommendation(product, 0, because, basedOn);
    }

    /** @param share of what speaks for the product, in (0, 1] */
    public record Basis(String productId, double share) {}
}
