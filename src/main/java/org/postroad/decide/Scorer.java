package org.postroad.decide;

import java.util.List;
import org.postroad.feature.Deal;
import org.postroad.feature.Situation;

/** Puts a number of money on each option: what it can be expected to earn beyond doing nothing. */
final class Scorer {

    private final OfferModel model;

    Scorer(OfferModel model) {
        this.model = model;
    }

    /** The options with their scores; "nothing" must be among them. */
    List<Option> score(List<Option> options, Situation situation) {
        double unmoved = options.stream()
                .filter(option -> option.offer().isEmpty())
                .mapToDouble(option -> model.trees().predict(option.features()))
                .findFirst()
                .orElseThrow();
        return options.stream()
                .map(option -> option.scored(score(option, situation, unmoved)))
                .toList();
    }

    private Option.Score score(Option option, Situation situation, double unmoved) {
        Deal deal = new Deal(option.offer(), situation.focus());
        double margin = Double.isNaN(deal.margin()) ? model.card().data().meanOrderMargin() : deal.margin();
        double cost = Double.isNaN(deal.cost()) ? 0 : deal.cost();
        double probability = model.trees().predict(option.features());
        return new Option.Score(probability, gain(probability, cost, unmoved, margin));
    }

    /**
     * The incremental expected margin of an offer.
     *
     * @param probability of a purchase with the offer
     * @param cost of the offer if there is a purchase
     * @param unmoved the probability of a purchase without it
     * @param margin of a purchase
     */
    static double gain(double probability, double cost, double unmoved, double margin) {
        return probability * (margin - cost) - unmoved * margin;
    }
}
