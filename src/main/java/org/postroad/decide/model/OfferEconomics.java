package org.postroad.decide.model;

/**
 * What an offer is worth, in the shop's currency.
 *
 * @param margin of a purchase, before the offer
 * @param costPerPurchase what the offer costs when it is used, such as the discount
 * @param costPerMail what it costs to make it, used or not
 */
public record OfferEconomics(double margin, double costPerPurchase, double costPerMail) {

    /**
     * The value of making the offer: effect × margin − cost. Those who would have bought anyway use it too, so its cost counts for
     * all who buy with it.
     *
     * @param effect on the probability of a purchase
     * @param probability of a purchase with the offer
     */
    public double value(double effect, double probability) {
        return effect * margin - probability * costPerPurchase - costPerMail;
    }
}
