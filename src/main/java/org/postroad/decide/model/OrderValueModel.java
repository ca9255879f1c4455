package org.postroad.decide.model;

import org.postroad.feature.Deal;

/**
 * Predicts value and margin of an order from the product that the customer was interested in; an order seldom has that
 * product alone. Least-squares lines through past orders; amounts are estimates in the shop's currency.
 *
 * @param value an order's value before discounts, by the product's price
 * @param margin an order's margin before discounts, by the product's margin
 */
public record OrderValueModel(LinearFit value, LinearFit margin) {

    /** The expected margin of an order under this deal, less the offer's cost. */
    public double expectedMargin(Deal deal) {
        return margin.at(deal.margin()) - deal.costOf(value.at(deal.price()));
    }

    /** What an offer is worth on an order; the mail goes out without an offer, too, so it costs nothing more. */
    OfferEconomics economics(Deal deal) {
        return new OfferEconomics(margin.at(deal.margin()), deal.costOf(value.at(deal.price())), 0);
    }

    /**
     * A least-squares line.
     *
     * @param mean the prediction where the product is not known
     */
    public record LinearFit(double base, double slope, double mean) {

        double at(double known) {
            return Double.isNaN(known) ? mean : base + slope * known;
        }
    }
}
