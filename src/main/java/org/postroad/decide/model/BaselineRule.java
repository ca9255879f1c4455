package org.postroad.decide.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;

/**
 * A way of choosing that a person can follow in the head. One of them decides while no model may act; a model must beat
 * the best of them first.
 *
 * @param name as cards write it
 * @param kind the kind of offer that is given to everyone; null if it depends, or if nothing is given
 */
public record BaselineRule(String name, Offer.@Nullable Kind kind) {

    /** No offer for anyone. */
    public static final BaselineRule NOTHING = new BaselineRule("nothing", null);

    /** Something off the price for those who mostly buy with a discount, something else for the others. */
    public static final BaselineRule BY_DISCOUNT_SHARE = new BaselineRule("by discount share", null);

    private static final double MOSTLY = 0.5;

    /** Every rule there is. */
    public static List<BaselineRule> all() {
        return Stream.concat(
                        Stream.of(NOTHING, BY_DISCOUNT_SHARE),
                        Stream.of(Offer.Kind.values()).map(BaselineRule::always))
                .toList();
    }

    /** The rule of that name; {@link #BY_DISCOUNT_SHARE} if there is none. */
    public static BaselineRule named(String name) {
        return all().stream().filter(rule -> rule.name.equals(name)).findFirst().orElse(BY_DISCOUNT_SHARE);
    }

    private static BaselineRule always(Offer.Kind kind) {
        return new BaselineRule("always " + kind.name().toLowerCase(Locale.ROOT), kind);
    }

    /** What the rule gives out of these offers; of several, what costs least. */
    public Optional<Offer> choose(DecisionContext decisionContext, List<Offer> eligible) {
        return eligible.stream()
                .filter(offer -> gives(offer, decisionContext))
                .min(Comparator.comparingDouble(
                        offer -> deal(offer, decisionContext).cost()));
    }

    private boolean gives(Offer offer, DecisionContext decisionContext) {
        if (equals(BY_DISCOUNT_SHARE)) {
            boolean waitsForDiscounts = decisionContext.profile().discountShare(decisionContext.at()) >= MOSTLY;
            return waitsForDiscounts == deal(offer, decisionContext).takesMoneyOff();
        }
        return offer.kind() == kind;
    }

    private static Deal deal(Offer offer, DecisionContext decisionContext) {
        return new Deal(Optional.of(offer), decisionContext.focus());
    }
}
