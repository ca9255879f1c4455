package org.postroad.decide.offer;

import java.util.List;
import java.util.Optional;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;

/** Puts a number of money on each option: what it can be expected to earn beyond doing nothing. */
final class IncrementalMarginScorer {

    private final OfferModel model;

    IncrementalMarginScorer(OfferModel model) {
        this.model = model;
    }

    /** The options with their scores; "nothing" must be among them. */
    List<OfferCandidate> score(List<OfferCandidate> options, DecisionContext decisionContext) {
        double unmoved = options.stream()
                .filter(offerCandidate -> offerCandidate.offer().isEmpty())
                .mapToDouble(offerCandidate -> model.trees().predict(offerCandidate.features()))
                .findFirst()
                .orElseThrow();
        return options.stream()
                .map(offerCandidate -> offerCandidate.scored(score(offerCandidate, decisionContext, unmoved)))
                .toList();
    }

    /** The incremental expected margin: what a purchase earns with the offer, less what it would have without. */
    private OfferCandidate.Score score(OfferCandidate offerCandidate, DecisionContext decisionContext, double unmoved) {
        OrderValueModel orderValueModel = model.card().data().basket();
        double probability = model.trees().predict(offerCandidate.features());
        double with =
                probability * orderValueModel.expectedMargin(new Deal(offerCandidate.offer(), decisionContext.focus()));
        double without = unmoved * orderValueModel.expectedMargin(new Deal(Optional.empty(), decisionContext.focus()));
        return new OfferCandidate.Score(probability, with - without);
    }
}
