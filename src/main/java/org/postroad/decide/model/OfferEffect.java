package org.postroad.decide.model;

import com.fasterxml.jackson.annotation.JsonValue;
import org.postroad.catalog.Offer;

/**
 * How an offer changes the probability of a purchase, against giving nothing: an entry of a {@link ModelCard}. The effect on a
 * customer is a prediction, calibrated on customers that were not seen. The field names are those of the file.
 *
 * @param action the offer's id
 * @param terms that the offer had when it was learned from
 * @param by what predicts
 * @param calibrated whether there were enough decisions to calibrate it; otherwise the prediction is taken as it is
 * @param average the mean effect, as a difference of probabilities
 * @param center the mean prediction
 * @param slope how much of a predicted difference between customers is real, in [0, 1]; 0 if none was shown
 * @param rows the decisions that tell of it: those that gave the offer, or nothing where it was possible
 * @param file of the trees beside the card; empty if the response model predicts
 * @param sha256 of that file; empty if there is none
 */
public record OfferEffect(
        String action,
        OfferTerms terms,
        Learner by,
        boolean calibrated,
        double average,
        double center,
        double slope,
        long rows,
        String file,
        String sha256) {

    /** What predicts an effect. */
    public enum Learner {
        /** The response model's probability with the offer less that with nothing (an S-learner). */
        RESPONSE("response"),
        /** Trees that were fitted to doubly robust scores of the effect. */
        DOUBLY_ROBUST("doubly robust");

        private final String json;

        Learner(String json) {
            this.json = json;
        }

        @JsonValue
        public String json() {
            return json;
        }
    }

    /** @throws IllegalArgumentException if a number is impossible, or a file is named without need or missing */
    public OfferEffect {
        if (!Double.isFinite(average) || !Double.isFinite(center) || !(slope >= 0 && slope <= 1)) {
            throw new IllegalArgumentException("the effect of " + action + " is not calibrated by possible numbers");
        }
        if (file.isEmpty() == (by == Learner.DOUBLY_ROBUST)) {
            throw new IllegalArgumentException(
                    "the effect of %s is predicted by %s, but its file is '%s'".formatted(action, by.json(), file));
        }
    }

    /** Whether it is about this offer as customers get it today. */
    public boolean isOf(Offer offer) {
        return action.equals(offer.id()) && terms.areThoseOf(offer);
    }

    /** Whether the effect was shown to differ between customers who were not seen. */
    public boolean differs() {
        return calibrated && slope > 0;
    }

    /** The calibrated effect. */
    public double of(double predicted) {
        return new EffectCalibration(average, center, slope).calibrate(predicted);
    }
}
