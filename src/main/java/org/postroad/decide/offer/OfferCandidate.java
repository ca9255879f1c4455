package org.postroad.decide.offer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.decide.Decision;
import org.postroad.decide.Eligibility;
import org.postroad.decide.Evidence;
import org.postroad.decide.model.OfferValue;

/**
 * An action that a decision considers, as it passes through the steps.
 *
 * @param offer empty for "nothing"
 * @param features the customer's feature vector if this action were chosen
 * @param ruling of the eligibility rules; null for "nothing", which is always eligible
 * @param score of the model; null if not scored
 */
record OfferCandidate(
        Optional<Offer> offer,
        float[] features,
        Eligibility.@Nullable Ruling ruling,
        @Nullable Score score) {

    /**
     * The model's prediction.
     *
     * @param known whether the model knows the offer with its terms of today, and so may choose it
     */
    record Score(OfferValue value, boolean known) {}

    String action() {
        return offer.map(Offer::id).orElse(Decision.NOTHING);
    }

    boolean eligible() {
        return ruling == null || ruling.eligible();
    }

    double gain() {
        return score == null ? Double.NEGATIVE_INFINITY : score.value().gain();
    }

    /** Whether the model may choose it, if the rules allow it. */
    boolean known() {
        return score != null && score.known();
    }

    OfferCandidate scored(Score prediction) {
        return new OfferCandidate(offer, features, ruling, prediction);
    }

    Evidence.Candidate evidence() {
        return new Evidence.Candidate(
                action(),
                eligible(),
                ruling == null ? null : ruling.ruleId(),
                ruling == null ? null : ruling.reason(),
                score == null ? null : score.value().gain(),
                score == null ? null : score.value().probability(),
                score == null ? null : score.value().effect(),
                score == null ? null : score.known());
    }
}
