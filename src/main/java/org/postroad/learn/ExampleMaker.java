package org.postroad.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.decide.model.SimpleRule;
import org.postroad.event.Event;
import org.postroad.feature.Deal;
import org.postroad.feature.Features;
import org.postroad.feature.Situation;

/** Makes an example of a choice, of what was known then, and of the orders that followed. */
final class ExampleMaker {

    private final Catalog catalog;
    private final Outcome outcome;

    ExampleMaker(Catalog catalog, Outcome outcome) {
        this.catalog = catalog;
        this.outcome = outcome;
    }

    /** @param choice whose action the catalogue knows */
    Example example(PastChoice choice, Situation then, List<Event> ordersAfter) {
        List<Optional<Offer>> options = options(choice);
        List<Example.Arm> arms = options.stream().map(offer -> arm(offer, then)).toList();
        int taken = arms.stream().map(Example.Arm::action).toList().indexOf(choice.action());
        Deal deal = arms.get(taken).deal();
        return new Example(
                choice.customerId(),
                choice.at(),
                arms,
                taken,
                choice.propensity(),
                ordersAfter.stream().map(order -> outcome.of(order, deal)).toList(),
                byRule(options, then));
    }

    /** "Nothing" first, and all that had a chance. */
    private List<Optional<Offer>> options(PastChoice choice) {
        List<Optional<Offer>> options = new ArrayList<>(List.of(Optional.empty()));
        choice.possible().stream()
                .sorted()
                .map(catalog::offer)
                .filter(Optional::isPresent)
                .forEach(options::add);
        return options;
    }

    private static Example.Arm arm(Optional<Offer> offer, Situation then) {
        return new Example.Arm(new Deal(offer, then.focus()), Features.vector(then, offer));
    }

    private static Map<SimpleRule, Integer> byRule(List<Optional<Offer>> options, Situation then) {
        List<Offer> offers = options.stream().flatMap(Optional::stream).toList();
        Map<SimpleRule, Integer> byRule = new HashMap<>();
        SimpleRule.all().forEach(rule -> byRule.put(rule, options.indexOf(rule.choose(then, offers))));
        return byRule;
    }
}
