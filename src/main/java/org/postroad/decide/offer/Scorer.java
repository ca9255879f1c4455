package org.postroad.decide.offer;

import org.postroad.decide.model.OfferModel;
import org.postroad.decide.model.Basket;
import java.util.List;
import java.util.Optional;
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

    /** The incremental expected margin: what a purchase earns with the offer, less what it would have without. */
    private Option.Score score(Option option, Situation situation, double unmoved) {
        Basket basket = model.card().data().basket();
        double probability = model.trees().predict(option.features());
        double with = probability * basket.earns(new Deal(option.offer(), situation.focus()));
        double without = unmoved * basket.earns(new Deal(Optional.empty(), situation.focus()));
        return new Option.Score(probability, with - without);
    }
}
