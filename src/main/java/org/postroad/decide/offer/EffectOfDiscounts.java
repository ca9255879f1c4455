package org.postroad.decide.offer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.decide.PriceSensitivity;
import org.postroad.decide.model.ModelRegistry;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferModel;
import org.postroad.feature.Deal;
import org.postroad.feature.DecisionContext;
import org.postroad.feature.DecisionContextLoader;
import org.postroad.feature.Features;
import org.postroad.model.ModelSwitch;
import org.springframework.stereotype.Component;

/**
 * Compares the effect of a discount on a customer with its average. Of the discounts that the model knows, and whose effect was
 * shown to differ between customers, it asks the one that rests on most decisions. What the customer looks at is the product that
 * was viewed most.
 */
@Component
class EffectOfDiscounts implements PriceSensitivity {

    private final ModelRegistry models;
    private final ModelSwitch modelSwitch;
    private final Catalog catalog;
    private final DecisionContextLoader contexts;

    EffectOfDiscounts(ModelRegistry models, ModelSwitch modelSwitch, Catalog catalog, DecisionContextLoader contexts) {
        this.models = models;
        this.modelSwitch = modelSwitch;
        this.catalog = catalog;
        this.contexts = contexts;
    }

    @Override
    public Answer of(String customerId) {
        if (modelSwitch.isStopped(OfferModel.NAME)) {
            return new Answer(false, "The offer model has been stopped.");
        }
        return models.current()
                .flatMap(model -> discount(model).map(known -> answer(customerId, model, known)))
                .orElseGet(() -> new Answer(
                        false,
                        "The offer model knows no discount whose effect was shown to differ between customers."));
    }

    private Optional<Known> discount(OfferModel model) {
        return Objects.requireNonNullElse(model.card().effects(), List.<OfferEffect>of()).stream()
                .filter(OfferEffect::differs)
                .flatMap(effect -> catalog.offer(effect.action()).filter(effect::isOf).stream()
                        .map(offer -> new Known(effect, offer)))
                .filter(known -> new Deal(Optional.of(known.offer()), Optional.empty()).takesMoneyOff())
                .max(Comparator.comparingLong(known -> known.effect().rows()));
    }

    private Answer answer(String customerId, OfferModel model, Known known) {
        DecisionContext context = contexts.load(customerId, List.of());
        float[] nothing = Features.vector(context, Optional.empty());
        float[] with = Features.vector(context, Optional.of(known.offer()));
        double difference = model.trees().predict(with) - model.trees().predict(nothing);
        double effect = model.effect(known.effect(), nothing, difference);
        return new Answer(
                effect > known.effect().average(),
                String.format(
                        Locale.ROOT,
                        "With '%s' a purchase is expected to become %.1f percentage points likelier, on average %.1f, by %,d"
                                + " decisions.",
                        known.offer().name(),
                        100 * effect,
                        100 * known.effect().average(),
                        known.effect().rows()));
    }

    private record Known(OfferEffect effect, Offer offer) {}
}
