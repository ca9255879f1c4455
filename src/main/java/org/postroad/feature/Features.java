package org.postroad.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;

/**
 * The feature vector: named numbers in a fixed order, computed by the same code in serving and in training. NaN means
 * unknown. Amounts of money are {@code float}s here, since they are inputs of a model, not sums of an account.
 *
 * <p>A model's card names the features that it was trained on. After a change here, every model must be trained again.
 */
public final class Features {

    private static final double SECONDS_A_DAY = 86_400;

    /** Of the customer, the product and the moment. */
    private static final List<Feature> OF_CONTEXT = List.of(
            new Feature(
                    "days_since_purchase",
                    (context, deal) -> daysSince(context.profile().lastPurchaseAt(), context.at())),
            new Feature("orders", (context, deal) -> context.profile().orders()),
            new Feature("average_order", (context, deal) -> averageOrder(context.profile())),
            new Feature("recent_orders", (context, deal) -> context.profile().frequency(context.at())),
            new Feature("discount_share", (context, deal) -> context.profile().discountShare(context.at())),
            new Feature("discount_habit", (context, deal) -> discountHabit(context)),
            new Feature("viewed_price_level", (context, deal) -> context.priceLevel()),
            new Feature("recent_views", (context, deal) -> sum(context.profile().productViews(context.at()))),
            new Feature("mails_in_four_weeks", (context, deal) -> context.recentMails()),
            new Feature(
                    "open_rate",
                    (context, deal) -> context.profile().mailsOpened(context.at())
                            / context.profile().mailsSent(context.at())),
            new Feature(
                    "click_rate",
                    (context, deal) -> context.profile().mailsClicked(context.at())
                            / context.profile().mailsSent(context.at())),
            // The product.
            new Feature("focus_price", (context, deal) -> deal.price()),
            new Feature(
                    "focus_views",
                    (context, deal) ->
                            ofFocus(context, Product::id, context.profile().productViews(context.at()))),
            new Feature(
                    "focus_category_views",
                    (context, deal) -> ofFocus(
                            context, Product::category, context.profile().categoryViews(context.at()))));

    private static final List<Feature> OF_OFFER = List.of(
            new Feature("offer_saves", (context, deal) -> deal.takesMoneyOff() ? 1 : 0),
            new Feature("offer_free_shipping", (context, deal) -> flag(deal, Offer.Kind.FREE_SHIPPING)),
            new Feature("offer_percent", (context, deal) -> valueIf(deal, Offer.Kind.PERCENT)),
            new Feature("offer_amount", (context, deal) -> valueIf(deal, Offer.Kind.AMOUNT)),
            new Feature("offer_gift", (context, deal) -> flag(deal, Offer.Kind.GIFT)),
            new Feature("offer_early_access", (context, deal) -> flag(deal, Offer.Kind.EARLY_ACCESS)));

    private static final List<Feature> ALL =
            Stream.concat(OF_CONTEXT.stream(), OF_OFFER.stream()).toList();

    /** The names of the columns that no offer changes: the first ones of the vector. */
    public static final List<String> CONTEXT =
            OF_CONTEXT.stream().map(Feature::name).toList();

    /** The names of the columns with the depth of a discount. */
    public static final List<String> DEPTHS = List.of("offer_percent", "offer_amount");

    /** The names, in the order of the vector. */
    public static final List<String> NAMES = ALL.stream().map(Feature::name).toList();

    private Features() {}

    /** The vector of a customer in a context if this offer, or none, were given. */
    public static float[] vector(DecisionContext context, Optional<Offer> offer) {
        Deal deal = new Deal(offer, context.focus());
        float[] vector = new float[ALL.size()];
        for (int i = 0; i < vector.length; i++) {
            double value = ALL.get(i).value().of(context, deal);
            vector[i] = Double.isInfinite(value) ? Float.NaN : (float) value;
        }
        return vector;
    }

    /** The part of a vector that no offer changes. */
    public static float[] context(float[] vector) {
        return Arrays.copyOf(vector, CONTEXT.size());
    }

    /** The values by name, in order; unknown ones are absent. */
    public static Map<String, Float> byName(float[] vector) {
        Map<String, Float> named = new LinkedHashMap<>();
        for (int i = 0; i < vector.length; i++) {
            if (!Float.isNaN(vector[i])) {
                named.put(NAMES.get(i), vector[i]);
            }
        }
        return named;
    }

    /** The inverse of {@link #byName}. */
    public static float[] vector(Map<String, Float> named) {
        float[] vector = new float[NAMES.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = named.getOrDefault(NAMES.get(i), Float.NaN);
        }
        return vector;
    }

    private static double daysSince(Optional<Instant> then, Instant now) {
        return then.map(at -> Duration.between(at, now).toSeconds() / SECONDS_A_DAY)
                .orElse(Double.NaN);
    }

    private static double averageOrder(Profile profile) {
        return profile.orders() == 0 ? Double.NaN : profile.revenue().doubleValue() / profile.orders();
    }

    /** The share of orders with a discount by the rule of succession (Laplace): near 1/2 while there are few orders. */
    private static double discountHabit(DecisionContext context) {
        long orders = context.profile().orders();
        double share = orders == 0 ? 0 : context.profile().discountShare(context.at());
        return (orders * share + 1) / (orders + 2);
    }

    private static double sum(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double ofFocus(DecisionContext context, Function<Product, String> key, Map<String, Double> counts) {
        return context.focus()
                .map(key)
                .map(found -> counts.getOrDefault(found, 0.0))
                .orElse(Double.NaN);
    }

    private static double flag(Deal deal, Offer.Kind kind) {
        return deal.is(kind) ? 1 : 0;
    }

    /** The offer's value, in per cent or money; 0 for an offer of another kind. */
    private static double valueIf(Deal deal, Offer.Kind kind) {
        return deal.is(kind) ? deal.offer().map(Offer::value).orElseThrow().doubleValue() : 0;
    }

    private record Feature(String name, FeatureExtractor value) {}

    private interface FeatureExtractor {
        double of(DecisionContext context, Deal deal);
    }
}
