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

/** Makes an example of a choice, of what was known then, and of the orders that followed. */
final class TrainingExampleFactory {

    private final Catalog catalog;
    private final OrderRewards orderRewards;

    TrainingExampleFactory(Catalog catalog, OrderRewards orderRewards) {
        this.catalog = catalog;
        this.orderRewards = orderRewards;
    }

    /** @param choice whose action the catalogue knows */
    TrainingExample create(PastDecision choice, DecisionContext then, List<Event> ordersAfter) {
        List<Optional<Offer>> options = options(choice);
        List<TrainingExample.Arm> arms =
                options.stream().map(offer -> arm(offer, then)).toList();
        int taken = arms.stream().map(TrainingExample.Arm::action).toList().indexOf(choice.action());
        Deal deal = arms.get(taken).deal();
        return new TrainingExample(
                choice.customerId(),
                choice.at(),
                arms,
                taken,
                choice.propensity(),
                ordersAfter.stream()
                        .map(order -> orderRewards.creditedOrder(order, deal))
                        .toList(),
                byRule(options, then));
    }

    /** "Nothing" first, and all that had a chance. */
    private List<Optional<Offer>> options(PastDecision choice) {
        List<Optional<Offer>> options = new ArrayList<>(List.of(Optional.empty()));
        choice.possible().stream()
                .sorted()
                .map(catalog::offer)
                .filter(Optional::isPresent)
                .forEach(options::add);
        return options;
    }

    private static TrainingExample.Arm arm(Optional<Offer> offer, DecisionContext then) {
        return new TrainingExample.Arm(new Deal(offer, then.focus()), Features.vector(then, offer));
    }

    private static Map<BaselineRule, Integer> byRule(List<Optional<Offer>> options, DecisionContext then) {
        List<Offer> offers = options.stream().flatMap(Optional::stream).toList();
        Map<BaselineRule, Integer> byRule = new HashMap<>();
        BaselineRule.all().forEach(rule -> byRule.put(rule, options.indexOf(rule.choose(then, offers))));
        return byRule;
    }
}
