package org.postroad.decide.model;

import java.util.List;
import java.util.stream.IntStream;
import org.postroad.feature.Deal;

/**
 * What giving an offer to a customer is worth, against nothing. The same code values the policy that the gate judges and the
 * candidates when serving.
 *
 * @param effect on the probability of a purchase, against nothing
 * @param probability of a purchase with the offer, in [0, 1]
 * @param gain the expected margin that it earns more than nothing, in the shop's currency
 */
public record OfferValue(double effect, double probability, double gain) {

    /**
     * The values of offers that compete with one another, put in order of depth before they are valued ({@link DepthOrder}).
     *
     * @param probability of a purchase with nothing
     * @param deals the offers; "nothing" may be among them
     * @param effects one for each deal; 0 for "nothing"
     */
    public static List<OfferValue> of(
            double probability, List<Deal> deals, double[] effects, OrderValueModel orderValues) {
        double[] ordered = DepthOrder.of(deals.stream().map(Deal::offer).toList(), effects);
        return IntStream.range(0, ordered.length)
                .mapToObj(i -> of(probability, deals.get(i), ordered[i], orderValues))
                .toList();
    }

    /** The value of one offer by itself. */
    public static OfferValue of(double probability, Deal deal, double effect, OrderValueModel orderValues) {
        double with = Math.max(0, Math.min(1, probability + effect));
        return new OfferValue(effect, with, orderValues.economics(deal).value(effect, with));
    }
}
