package org.postroad.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.decide.model.BaselineRule;
import org.postroad.event.Event;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;
import org.postroad.feature.Features;

/** Creates a training example from a past decision, its context and the orders that followed. */
final class TrainingExampleFactory {

    private final Catalog catalog;
    private final OrderRewards orderRewards;

    TrainingExampleFactory(Catalog catalog, OrderRewards orderRewards) {
        this.catalog = catalog;
        this.orderRewards = orderRewards;
    }

    /** @param decision with an action that is "nothing" or in the catalog */
    TrainingExample create(PastDecision decision, DecisionContext context, List<Event> ordersAfter) {
        List<Optional<Offer>> options = options(decision);
        List<TrainingExample.Arm> arms =
                options.stream().map(offer -> arm(offer, context)).toList();
        int taken = arms.stream().map(TrainingExample.Arm::action).toList().indexOf(decision.action());
        Deal deal = arms.get(taken).deal();
        return new TrainingExample(
                decision.customerId(),
                decision.at(),
                arms,
                taken,
                decision.propensity(),
                ordersAfter.stream()
                        .map(order -> orderRewards.creditedOrder(order, deal))
                        .toList(),
                byRule(options, context));
    }

    /** "Nothing" first, then all possible offers that the catalog still has. */
    private List<Optional<Offer>> options(PastDecision decision) {
        List<Optional<Offer>> options = new ArrayList<>(List.of(Optional.empty()));
        decision.possible().stream()
                .sorted()
                .map(catalog::offer)
                .filter(Optional::isPresent)
                .forEach(options::add);
        return options;
    }

    private static TrainingExample.Arm arm(Optional<Offer> offer, DecisionContext context) {
        return new TrainingExample.Arm(new Deal(offer, context.focus()), Features.vector(context, offer));
    }

    private static Map<BaselineRule, Integer> byRule(List<Optional<Offer>> options, DecisionContext context) {
        List<Offer> offers = options.stream().flatMap(Optional::stream).toList();
        Map<BaselineRule, Integer> byRule = new HashMap<>();
        BaselineRule.all().forEach(rule -> byRule.put(rule, options.indexOf(rule.choose(context, offers))));
        return byRule;
    }
}
