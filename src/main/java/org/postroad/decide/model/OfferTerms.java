package org.postroad.decide.model;

import java.math.BigDecimal;
import org.postroad.catalog.Offer;

/**
 * The terms of an offer when a model learned from it.
 *
 * @param value per cent or an amount in the shop's currency, depending on the kind
 * @param cost of its use, in addition, in the shop's currency
 */
public record OfferTerms(Offer.Kind kind, BigDecimal value, BigDecimal cost) {

    /** The terms of an offer today. */
    public static OfferTerms of(Offer offer) {
        return new OfferTerms(offer.kind(), offer.value(), offer.cost());
    }

    /**
     * Whether customers are still offered the same. They do not see what it costs the shop, so that changes its value, which is
     * computed with the cost of today, but not its effect.
     */
    boolean areThoseOf(Offer offer) {
        return kind == offer.kind() && value.compareTo(offer.value()) == 0;
    }
}
