package org.postroad.decide.offer;

import org.postroad.decide.NextBestAction;
import org.postroad.decide.model.ModelShelf;
import org.postroad.decide.DecideSettings;
import org.postroad.decide.Decision;
import org.postroad.decide.Question;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.model.SimpleRule;
import org.postroad.decide.Evidence;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.decide.offer.Options.Judged;
import org.postroad.feature.Features;
import org.postroad.feature.Situation;
import org.postroad.feature.Situations;
import org.springframework.stereotype.Component;

/**
 * The next best action, step by step: what could be done, what the business rules allow, what the model expects of it,
 * what is chosen, and the record of it all.
 */
@Component
class NextBestOffer implements NextBestAction {

    private final Situations situations;
    private final Options options;
    private final ModelShelf models;
    private final Chooser chooser;
    private final RecordedDecisions decisions;

    NextBestOffer(
            Situations situations,
            Options options,
            ModelShelf models,
            DecideSettings settings,
            RecordedDecisions decisions) {
        this.situations = situations;
        this.options = options;
        this.models = models;
        this.chooser = new Chooser(settings.exploration());
        this.decisions = decisions;
    }

    @Override
    public Decision decide(Question question) {
        Situation situation = situations.of(question.customerId(), question.productIds());
        Optional<OfferModel> model = models.current();
        Judged judged = options.judged(question, situation);
        Judged scored =
                model.map(known -> judged.scored(new Scorer(known), situation)).orElse(judged);
        Choice choice = question.holdout() ? heldOut(scored) : choose(question, situation, scored, model);
        String focus = situation.focus().map(Product::id).orElse(null);
        return decisions.record(question, focus, decision(question, situation, scored, choice, model));
    }

    private static Choice heldOut(Judged judged) {
        return new Choice(judged.nothing(), 1, "holdout", "Held out, so that the lift of all others can be measured.");
    }

    private Choice choose(Question question, Situation situation, Judged judged, Optional<OfferModel> model) {
        String seed = seed(question, situation);
        if (model.isPresent() && model.get().card().gate().act()) {
            Option best = judged.eligible().stream()
                    .max(Comparator.comparingDouble(Option::gain))
                    .orElseThrow();
            return chooser.choose(judged.eligible(), best, "model", ReasonText.ofModel(best), seed);
        }
        SimpleRule rule =
                model.map(known -> SimpleRule.named(known.card().gate().rule())).orElse(SimpleRule.BY_DISCOUNT_SHARE);
        List<Offer> eligible = judged.eligible().stream()
                .flatMap(option -> option.offer().stream())
                .toList();
        Option best = judged.of(rule.choose(situation, eligible));
        return chooser.choose(judged.eligible(), best, "rule", ReasonText.ofRule(rule, model), seed);
    }

    /** The same customer gets the same lot in the same place for a day, however often the question is asked. */
    private static String seed(Question question, Situation situation) {
        LocalDate day = LocalDate.ofInstant(situation.at(), ZoneOffset.UTC);
        return String.join(
                "|", question.customerId(), question.slot(), String.valueOf(question.step()), day.toString());
    }

    private static Decision decision(
            Question question, Situation situation, Judged judged, Choice choice, Optional<OfferModel> model) {
        Evidence evidence = new Evidence(
                judged.evidence().toList(),
                Features.named(choice.option().features()),
                judged.table(),
                model.map(known -> known.card().id()).orElse(null),
                choice.chosenBy(),
                choice.reason());
        return new Decision(
                UuidCreator.getTimeOrderedEpoch(),
                question.customerId(),
                question.slot(),
                situation.at(),
                choice.option().offer(),
                question.holdout(),
                choice.propensity(),
                evidence);
    }
}
