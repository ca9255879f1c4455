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
 * A simple rule for choosing an offer. One of them decides while no model may act, and a model may act only once it has
 * been shown to earn more than the best of them.
 *
 * @param name as in model cards; do not change it
 * @param kind the kind of offer that every customer gets; null if it depends on the customer, or if nobody gets one
 */
public record BaselineRule(String name, Offer.@Nullable Kind kind) {

    /** No offer for anybody. */
    public static final BaselineRule NOTHING = new BaselineRule("nothing", null);

    /** A price cut for customers who mostly buy with a discount, another kind of offer for the others. */
    public static final BaselineRule BY_DISCOUNT_SHARE = new BaselineRule("by discount share", null);

    private static final double MOSTLY_DISCOUNTED = 0.5;

    /** All rules. */
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

    /** The offer that the rule chooses among these; of several that suit, the one that costs the shop least. */
    public Optional<Offer> choose(DecisionContext context, List<Offer> eligible) {
        return eligible.stream()
                .filter(offer -> gives(offer, context))
                .min(Comparator.comparingDouble(offer -> deal(offer, context).cost()));
    }

    private boolean gives(Offer offer, DecisionContext context) {
        if (equals(BY_DISCOUNT_SHARE)) {
            boolean buysDiscounted = context.profile().discountShare(context.at()) >= MOSTLY_DISCOUNTED;
            return buysDiscounted == deal(offer, context).takesMoneyOff();
        }
        return offer.kind() == kind;
    }

    private static Deal deal(Offer offer, DecisionContext context) {
        return new Deal(Optional.of(offer), context.focus());
    }
}
