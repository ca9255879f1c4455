package org.postroad.decide.offer;

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
import org.postroad.model.ModelSwitch;
import org.postroad.time.Ids;
import org.springframework.stereotype.Component;

/**
 * Makes a decision in steps: load the context, generate candidates with their eligibility, score them, choose, record. The
 * model scores whenever it is usable; it chooses only if its policy gate lets it, else a {@link BaselineRule} does.
 */
@Component
class DefaultNextBestAction implements NextBestAction {

    private final DecisionContextLoader contexts;
    private final CandidateGenerator generator;
    private final ModelRegistry models;
    private final ModelSwitch modelSwitch;
    private final EpsilonGreedyPolicy policy;
    private final JdbcDecisions decisions;
    private final Ids ids;

    DefaultNextBestAction(
            DecisionContextLoader contexts,
            CandidateGenerator generator,
            ModelRegistry models,
            ModelSwitch modelSwitch,
            DecideSettings settings,
            JdbcDecisions decisions,
            Ids ids) {
        this.contexts = contexts;
        this.generator = generator;
        this.models = models;
        this.modelSwitch = modelSwitch;
        this.policy = new EpsilonGreedyPolicy(settings.exploration());
        this.decisions = decisions;
        this.ids = ids;
    }

    @Override
    public Decision decide(DecisionRequest request) {
        DecisionContext context = contexts.load(request.customerId(), request.productIds());
        Optional<OfferModel> model = models.current();
        CandidateSet candidates = generator.generate(request, context);
        CandidateSet scored = model.map(known -> candidates.scored(new IncrementalMarginScorer(known), context))
                .orElse(candidates);
        ChosenAction chosen = request.holdout() ? heldOut(scored) : choose(request, context, scored, model);
        String focus = context.focus().map(Product::id).orElse(null);
        return decisions.record(request, focus, decision(request, context, scored, chosen, model));
    }

    private static ChosenAction heldOut(CandidateSet candidates) {
        return new ChosenAction(
                candidates.nothing(), 1, "holdout", "Held out, so that the lift of all others can be measured.");
    }

    private ChosenAction choose(
            DecisionRequest request, DecisionContext context, CandidateSet candidates, Optional<OfferModel> model) {
        String seed = seed(request, context);
        List<OfferCandidate> eligible = candidates.eligible();
        Optional<String> obstacle = obstacle(model, eligible);
        if (obstacle.isEmpty()) {
            OfferCandidate best = eligible.stream()
                    .filter(OfferCandidate::known)
                    .max(Comparator.comparingDouble(OfferCandidate::gain))
                    .orElseThrow();
            return policy.choose(eligible, best, "model", ReasonText.ofModel(best), seed);
        }
        BaselineRule rule = model.map(
                        known -> BaselineRule.named(known.card().gate().rule()))
                .orElse(BaselineRule.BY_DISCOUNT_SHARE);
        List<Offer> offers = eligible.stream()
                .flatMap(candidate -> candidate.offer().stream())
                .toList();
        OfferCandidate best = candidates.candidateFor(rule.choose(context, offers));
        return policy.choose(eligible, best, "rule", ReasonText.ofRule(rule, obstacle.get()), seed);
    }

    /** Why the model may not choose; empty if it may. */
    private Optional<String> obstacle(Optional<OfferModel> model, List<OfferCandidate> eligible) {
        if (model.isEmpty()) {
            return Optional.of("there is no usable model");
        }
        String id = model.get().card().id();
        if (modelSwitch.isStopped(OfferModel.NAME)) {
            return Optional.of("the model " + id + " has been stopped");
        }
        if (!model.get().card().gate().act()) {
            return Optional.of("the model " + id + " has not proved better yet");
        }
        List<OfferCandidate> offers = eligible.stream()
                .filter(candidate -> candidate.offer().isPresent())
                .toList();
        return !offers.isEmpty() && offers.stream().noneMatch(OfferCandidate::known)
                ? Optional.of("the model " + id + " does not know any of these offers as they are today")
                : Optional.empty();
    }

    /** One seed for customer, slot, step and day (UTC), so that a repeated request explores alike. */
    private static String seed(DecisionRequest request, DecisionContext context) {
        LocalDate day = LocalDate.ofInstant(context.at(), ZoneOffset.UTC);
        return String.join("|", request.customerId(), request.slot(), String.valueOf(request.step()), day.toString());
    }

    private Decision decision(
            DecisionRequest request,
            DecisionContext context,
            CandidateSet candidates,
            ChosenAction chosen,
            Optional<OfferModel> model) {
        Evidence evidence = new Evidence(
                candidates.evidence().toList(),
                Features.byName(chosen.candidate().features()),
                candidates.table(),
                model.map(known -> known.card().id()).orElse(null),
                chosen.chosenBy(),
                chosen.reason());
        return new Decision(
                ids.next(),
                request.customerId(),
                request.slot(),
                context.at(),
                chosen.candidate().offer(),
                request.holdout(),
                chosen.propensity(),
                evidence);
    }
}
