package org.postroad.decide.model;

import org.postroad.feature.Deal;

/**
 * What an order brings when it comes after somebody was interested in a product: seldom that product alone. Straight lines
 * through past orders, in the shop's currency.
 *
 * @param value what an order is worth before discounts, by the product's price
 * @param margin what it earns before discounts, by the product's margin
 */
public record OrderValueModel(LinearFit value, LinearFit margin) {

    /** What the shop earns if the customer buys under this deal. */
    public double expectedMargin(Deal deal) {
        return margin.at(deal.margin()) - deal.costOf(value.at(deal.price()));
    }

    /**
     * A straight line.
     *
     * @param mean stands in where the product is not known
     */
    public record LinearFit(double base, double slope, double mean) {

        double at(double known) {
            return Double.isNaN(known) ? mean : base + slope * known;
        }
    }
}
