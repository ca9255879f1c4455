package org.postroad.decide.offer;

import java.util.List;
import java.util.Optional;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;

/**
 * Scores each candidate by its expected incremental margin, in the shop's currency: the expected margin with the candidate
 * less that with "nothing". One model predicts both, with the offer among its features (an S-learner: Künzel, Sekhon,
 * Bickel and Yu, "Metalearners for estimating heterogeneous treatment effects using machine learning", PNAS 116, 2019).
 */
final class IncrementalMarginScorer {

    private final OfferModel model;

    IncrementalMarginScorer(OfferModel model) {
        this.model = model;
    }

    /** The candidates with their scores; "nothing" must be among them. */
    List<OfferCandidate> score(List<OfferCandidate> candidates, DecisionContext context) {
        double probabilityOfNothing = candidates.stream()
                .filter(candidate -> candidate.offer().isEmpty())
                .mapToDouble(candidate -> model.trees().predict(candidate.features()))
                .findFirst()
                .orElseThrow();
        return candidates.stream()
                .map(candidate -> candidate.scored(score(candidate, context, probabilityOfNothing)))
                .toList();
    }

    private OfferCandidate.Score score(OfferCandidate candidate, DecisionContext context, double probabilityOfNothing) {
        OrderValueModel orderValue = model.card().data().basket();
        double probability = model.trees().predict(candidate.features());
        double with = probability * orderValue.expectedMargin(new Deal(candidate.offer(), context.focus()));
        double without = probabilityOfNothing * orderValue.expectedMargin(new Deal(Optional.empty(), context.focus()));
        return new OfferCandidate.Score(probability, with - without);
    }
}
