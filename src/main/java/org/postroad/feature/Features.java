package org.postroad.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;

/**
 * The vector that models see: named numbers in a fixed order, the same in serving and in training; NaN where something is
 * not known. A model names the features that it was trained on, so a change here asks for training anew.
 */
public final class Features {

    private static final double SECONDS_A_DAY = 86_400;

    private static final List<Feature> ALL = List.of(
            // The customer.
            new Feature(
                    "days_since_purchase", (s, deal) -> daysSince(s.profile().lastPurchaseAt(), s.at())),
            new Feature("orders", (s, deal) -> s.profile().orders()),
            new Feature("average_order", (s, deal) -> averageOrder(s.profile())),
            new Feature("recent_orders", (s, deal) -> s.profile().frequency(s.at())),
            new Feature("discount_share", (s, deal) -> s.profile().discountShare(s.at())),
            new Feature("discount_habit", (s, deal) -> discountHabit(s)),
            new Feature("viewed_price_level", (s, deal) -> s.priceLevel()),
            new Feature("recent_views", (s, deal) -> sum(s.profile().productViews(s.at()))),
            new Feature("mails_in_four_weeks", (s, deal) -> s.recentMails()),
            new Feature(
                    "open_rate",
                    (s, deal) -> s.profile().mailsOpened(s.at()) / s.profile().mailsSent(s.at())),
            new Feature(
                    "click_rate",
                    (s, deal) -> s.profile().mailsClicked(s.at()) / s.profile().mailsSent(s.at())),
            // The product.
            new Feature("focus_price", (s, deal) -> deal.price()),
            new Feature(
                    "focus_views",
                    (s, deal) -> ofFocus(s, Product::id, s.profile().productViews(s.at()))),
            new Feature(
                    "focus_category_views",
                    (s, deal) -> ofFocus(s, Product::category, s.profile().categoryViews(s.at()))),
            // The offer.
            new Feature("offer_saves", (s, deal) -> deal.takesMoneyOff() ? 1 : 0),
            new Feature("offer_free_shipping", (s, deal) -> flag(deal, Offer.Kind.FREE_SHIPPING)),
            new Feature("offer_percent", (s, deal) -> valueIf(deal, Offer.Kind.PERCENT)),
            new Feature("offer_amount", (s, deal) -> valueIf(deal, Offer.Kind.AMOUNT)),
            new Feature("offer_gift", (s, deal) -> flag(deal, Offer.Kind.GIFT)),
            new Feature("offer_early_access", (s, deal) -> flag(deal, Offer.Kind.EARLY_ACCESS)));

    /** The names, in the order of the vector. */
    public static final List<String> NAMES = ALL.stream().map(Feature::name).toList();

    private Features() {}

    /** The vector of a customer in a situation, if this offer, or none, were made. */
    public static float[] vector(DecisionContext decisionContext, Optional<Offer> offer) {
        Deal deal = new Deal(offer, decisionContext.focus());
        float[] vector = new float[ALL.size()];
        for (int i = 0; i < vector.length; i++) {
            double value = ALL.get(i).value().of(decisionContext, deal);
            vector[i] = Double.isInfinite(value) ? Float.NaN : (float) value;
        }
        return vector;
    }

    /** A vector by name, without what is not known. */
    public static Map<String, Float> byName(float[] vector) {
        Map<String, Float> named = new LinkedHashMap<>();
        for (int i = 0; i < vector.length; i++) {
            if (!Float.isNaN(vector[i])) {
                named.put(NAMES.get(i), vector[i]);
            }
        }
        return named;
    }

    /** The vector that {@link #byName} was made of. */
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

    private static double rate(int clicked, int sent) {
        return sent == 0 ? Double.NaN : (clicked + 0.4) / (sent + 1);
    }

    /** The share of orders with a discount, drawn to a half while there are few. */
    private static double discountHabit(DecisionContext s) {
        long orders = s.profile().orders();
        double share = orders == 0 ? 0 : s.profile().discountShare(s.at());
        return (orders * share + 1) / (orders + 2);
    }

    private static double sum(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double ofFocus(
            DecisionContext decisionContext, Function<Product, String> key, Map<String, Double> counts) {
        return decisionContext
                .focus()
                .map(key)
                .map(found -> counts.getOrDefault(found, 0.0))
                .orElse(Double.NaN);
    }

    private static double flag(Deal deal, Offer.Kind kind) {
        return deal.is(kind) ? 1 : 0;
    }

    /** Per cent, or an amount; 0 for other kinds. */
    private static double valueIf(Deal deal, Offer.Kind kind) {
        return deal.is(kind) ? deal.offer().map(Offer::value).orElseThrow().doubleValue() : 0;
    }

    private record Feature(String name, FeatureExtractor value) {}

    private interface FeatureExtractor {
        double of(DecisionContext decisionContext, Deal deal);
    }
}
