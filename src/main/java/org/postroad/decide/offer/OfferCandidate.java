package org.postroad.decide.offer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.decide.Decision;
import org.postroad.decide.Eligibility;
import org.postroad.decide.Evidence;

/**
 * One thing that could be done, as it passes the steps of a decision.
 *
 * @param offer empty for "nothing"
 * @param features the customer's vector if this were done
 * @param ruling of the business rules; null for "nothing", which is always allowed
 * @param score of the model; null if none scored
 */
record OfferCandidate(
        Optional<Offer> offer,
        float[] features,
        Eligibility.@Nullable Ruling ruling,
        @Nullable Score score) {

    /**
     * What a model expects.
     *
     * @param probability of a purchase
     * @param gain expected margin beyond that of doing nothing, in the shop's currency
     */
    record Score(double probability, double gain) {}

    String action() {
        return offer.map(Offer::id).orElse(Decision.NOTHING);
    }

    boolean eligible() {
        return ruling == null || ruling.eligible();
    }

    double gain() {
        return score == null ? Double.NEGATIVE_INFINITY : score.gain();
    }

    OfferCandidate scored(Score by) {
        return new OfferCandidate(offer, features, ruling, by);
    }

    Evidence.Candidate evidence() {
        return new Evidence.Candidate(
                action(),
                eligible(),
                ruling == null ? null : ruling.ruleId(),
                ruling == null ? null : ruling.reason(),
                score == null ? null : score.gain(),
                score == null ? null : score.probability());
    }
}
