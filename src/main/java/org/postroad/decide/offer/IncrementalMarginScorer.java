package org.postroad.decide.offer;

import java.util.List;
import java.util.Optional;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.model.OfferValue;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;

/**
 * Scores each candidate by its expected incremental margin, in the shop's currency: what it earns more than "nothing". The effect of
 * an offer that the model knows is that of its card; of another it is the response model's difference (an S-learner: Künzel, Sekhon,
 * Bickel and Yu, "Metalearners for estimating heterogeneous treatment effects using machine learning", PNAS 116, 2019), for
 * information. Those among which the model may choose are put in order of depth, as in training.
 */
final class IncrementalMarginScorer {

    private final OfferModel model;

    IncrementalMarginScorer(OfferModel model) {
        this.model = model;
    }

    /** The candidates with their scores; "nothing" must be among them. */
    List<OfferCandidate> score(List<OfferCandidate> candidates, DecisionContext context) {
        float[] nothing = candidates.stream()
                .filter(candidate -> candidate.offer().isEmpty())
                .findFirst()
                .orElseThrow()
                .features();
        double without = model.trees().predict(nothing);
        List<OfferCandidate> competing = candidates.stream()
                .filter(candidate -> candidate.eligible() && effectOf(candidate).isPresent())
                .toList();
        List<OfferValue> ordered = OfferValue.of(
                without,
                competing.stream().map(candidate -> deal(candidate, context)).toList(),
                competing.stream()
                        .mapToDouble(candidate -> effect(candidate, nothing, without))
                        .toArray(),
                model.card().data().basket());
        return candidates.stream()
                .map(candidate -> {
                    int place = competing.indexOf(candidate);
                    OfferValue value = place < 0 ? alone(candidate, nothing, without, context) : ordered.get(place);
                    return candidate.scored(new OfferCandidate.Score(value, knows(candidate)));
                })
                .toList();
    }

    private OfferValue alone(OfferCandidate candidate, float[] nothing, double without, DecisionContext context) {
        double effect = effect(candidate, nothing, without);
        return OfferValue.of(
                without, deal(candidate, context), effect, model.card().data().basket());
    }

    private double effect(OfferCandidate candidate, float[] nothing, double without) {
        double difference = model.trees().predict(candidate.features()) - without;
        return effectOf(candidate)
                .map(effect -> model.effect(effect, nothing, difference))
                .orElse(difference);
    }

    private Optional<OfferEffect> effectOf(OfferCandidate candidate) {
        return candidate.offer().flatMap(model.card()::effectOf);
    }

    private boolean knows(OfferCandidate candidate) {
        return candidate.offer().map(model.card()::knows).orElse(true);
    }

    private static Deal deal(OfferCandidate candidate, DecisionContext context) {
        return new Deal(candidate.offer(), context.focus());
    }
}
