package org.postroad.decide.offer;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.decide.DecideSettings;
import org.postroad.decide.Decision;
import org.postroad.decide.DecisionRequest;
import org.postroad.decide.Evidence;
import org.postroad.decide.NextBestAction;
import org.postroad.decide.model.BaselineRule;
import org.postroad.decide.model.ModelRegistry;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.offer.CandidateGenerator.CandidateSet;
import org.postroad.feature.DecisionContext;
import org.postroad.feature.DecisionContextLoader;
import org.postroad.feature.Features;
import org.springframework.stereotype.Component;

/**
 * The next best action, step by step: what could be done, what the business rules allow, what the model expects of it,
 * what is chosen, and the record of it all.
 */
@Component
class DefaultNextBestAction implements NextBestAction {

    private final DecisionContextLoader decisionContextLoader;
    private final CandidateGenerator candidateGenerator;
    private final ModelRegistry models;
    private final EpsilonGreedyPolicy epsilonGreedyPolicy;
    private final JdbcDecisions decisions;

    DefaultNextBestAction(
            DecisionContextLoader decisionContextLoader,
            CandidateGenerator candidateGenerator,
            ModelRegistry models,
            DecideSettings settings,
            JdbcDecisions decisions) {
        this.decisionContextLoader = decisionContextLoader;
        this.candidateGenerator = candidateGenerator;
        this.models = models;
        this.epsilonGreedyPolicy = new EpsilonGreedyPolicy(settings.exploration());
        this.decisions = decisions;
    }

    @Override
    public Decision decide(DecisionRequest decisionRequest) {
        DecisionContext decisionContext =
                decisionContextLoader.load(decisionRequest.customerId(), decisionRequest.productIds());
        Optional<OfferModel> model = models.current();
        CandidateSet candidateSet = candidateGenerator.generate(decisionRequest, decisionContext);
        CandidateSet scored = model.map(
                        known -> candidateSet.scored(new IncrementalMarginScorer(known), decisionContext))
                .orElse(candidateSet);
        ChosenAction chosenAction =
                decisionRequest.holdout() ? heldOut(scored) : choose(decisionRequest, decisionContext, scored, model);
        String focus = decisionContext.focus().map(Product::id).orElse(null);
        return decisions.record(
                decisionRequest, focus, decision(decisionRequest, decisionContext, scored, chosenAction, model));
    }

    private static ChosenAction heldOut(CandidateSet candidateSet) {
        return new ChosenAction(
                candidateSet.nothing(), 1, "holdout", "Held out, so that the lift of all others can be measured.");
    }

    private ChosenAction choose(
            DecisionRequest decisionRequest,
            DecisionContext decisionContext,
            CandidateSet candidateSet,
            Optional<OfferModel> model) {
        String seed = seed(decisionRequest, decisionContext);
        if (model.isPresent() && model.get().card().gate().act()) {
            OfferCandidate best = candidateSet.eligible().stream()
                    .max(Comparator.comparingDouble(OfferCandidate::gain))
                    .orElseThrow();
            return epsilonGreedyPolicy.choose(candidateSet.eligible(), best, "model", ReasonText.ofModel(best), seed);
        }
        BaselineRule rule = model.map(
                        known -> BaselineRule.named(known.card().gate().rule()))
                .orElse(BaselineRule.BY_DISCOUNT_SHARE);
        List<Offer> eligible = candidateSet.eligible().stream()
                .flatMap(offerCandidate -> offerCandidate.offer().stream())
                .toList();
        OfferCandidate best = candidateSet.candidateFor(rule.choose(decisionContext, eligible));
        return epsilonGreedyPolicy.choose(candidateSet.eligible(), best, "rule", ReasonText.ofRule(rule, model), seed);
    }

    /** The same customer gets the same lot in the same place for a day, however often the question is asked. */
    private static String seed(DecisionRequest decisionRequest, DecisionContext decisionContext) {
        LocalDate day = LocalDate.ofInstant(decisionContext.at(), ZoneOffset.UTC);
        return String.join(
                "|",
                decisionRequest.customerId(),
                decisionRequest.slot(),
                String.valueOf(decisionRequest.step()),
                day.toString());
    }

    private static Decision decision(
            DecisionRequest decisionRequest,
            DecisionContext decisionContext,
            CandidateSet candidateSet,
            ChosenAction chosenAction,
            Optional<OfferModel> model) {
        Evidence evidence = new Evidence(
                candidateSet.evidence().toList(),
                Features.byName(chosenAction.option().features()),
                candidateSet.table(),
                model.map(known -> known.card().id()).orElse(null),
                chosenAction.chosenBy(),
                chosenAction.reason());
        return new Decision(
                UuidCreator.getTimeOrderedEpoch(),
                decisionRequest.customerId(),
                decisionRequest.slot(),
                decisionContext.at(),
                chosenAction.option().offer(),
                decisionRequest.holdout(),
                chosenAction.propensity(),
                evidence);
    }
}
