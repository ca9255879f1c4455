package org.postroad.decide.model;

import java.util.Locale;

/** What is known of an offer's effect, for people. */
final class EffectText {

    private EffectText() {}

    static String of(OfferEffect effect) {
        return String.format(
                Locale.ROOT,
                "%+.1f percentage points on a purchase, on average; %s; by %s, from %,d decisions with it or with nothing",
                100 * effect.average(),
                differs(effect),
                effect.by() == OfferEffect.Learner.RESPONSE ? "the response model" : "doubly robust trees of its own",
                effect.rows());
    }

    private static String differs(OfferEffect effect) {
        if (!effect.calibrated()) {
            return "too few to check by how much it differs between customers";
        }
        return effect.differs()
                ? String.format(
                        Locale.ROOT,
                        "differs between customers (%.0f %% of the predicted differences hold for customers not seen)",
                        100 * effect.slope())
                : "the same for all, as far as it can be told";
    }
}
