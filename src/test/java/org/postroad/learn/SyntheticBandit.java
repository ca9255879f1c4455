package org.postroad.learn;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.postroad.catalog.Offer;
import org.postroad.feature.Deal;
import org.postroad.feature.Features;

/**
 * Decisions at random between nothing and offers, whose effects are known; two decisions for each customer. The customer has one
 * feature that matters, {@code orders}, uniform over [-1, 1].
 */
final class SyntheticBandit {

    private static final double WITHOUT = 0.3;
    private static final double MARGIN = 40;
    private static final int ORDERS = Features.NAMES.indexOf("orders");

    private final SplittableRandom random;
    private final List<Offer> offers;
    private final Effect effect;

    SyntheticBandit(long seed, List<Offer> offers, Effect effect) {
        this.random = new SplittableRandom(seed);
        this.offers = offers;
        this.effect = effect;
    }

    /** The effect of an offer on the probability of a purchase, at most .6 either way. */
    interface Effect {
        double of(double orders, Offer offer);
    }

    static Offer offer(String id, Offer.Kind kind, double value) {
        return new Offer(id, id, kind, BigDecimal.valueOf(value), BigDecimal.ONE, List.of(), null, null, Map.of());
    }

    List<TrainingExample> examples(int size) {
        List<TrainingExample> examples = new ArrayList<>();
        double orders = 0;
        for (int i = 0; i < size; i++) {
            orders = i % 2 == 0 ? random.nextDouble(-1, 1) : orders;
            examples.add(example("c" + i / 2, orders));
        }
        return examples;
    }

    private TrainingExample example(String customer, double orders) {
        List<TrainingExample.Arm> arms = new ArrayList<>(List.of(arm(Optional.empty(), orders)));
        offers.forEach(offer -> arms.add(arm(Optional.of(offer), orders)));
        int taken = random.nextInt(arms.size());
        double probability = WITHOUT + (taken == 0 ? 0 : effect.of(orders, offers.get(taken - 1)));
        BigDecimal margin = BigDecimal.valueOf(MARGIN);
        List<TrainingExample.CreditedOrder> bought = random.nextDouble() < probability
                ? List.of(new TrainingExample.CreditedOrder(margin, margin, margin))
                : List.of();
        return new TrainingExample(customer, Instant.EPOCH, arms, taken, 1.0 / arms.size(), bought, Map.of());
    }

    private static TrainingExample.Arm arm(Optional<Offer> offer, double orders) {
        float[] vector = new float[Features.NAMES.size()];
        vector[ORDERS] = (float) orders;
        offer.filter(given -> given.kind() == Offer.Kind.PERCENT)
                .ifPresent(given -> vector[Features.NAMES.indexOf("offer_percent")] =
                        given.value().floatValue());
        return new TrainingExample.Arm(new Deal(offer, Optional.empty()), vector);
    }

    static double orders(TrainingExample example) {
        return example.arms().get(0).vector()[ORDERS];
    }

    /** What a response model would say that believes this of the probability with each arm, and knows that of nothing. */
    static List<Prediction> predicted(List<TrainingExample> examples, Effect believed) {
        return examples.stream()
                .map(example -> new Prediction(
                        example,
                        IntStream.range(0, example.arms().size())
                                .mapToDouble(arm -> WITHOUT
                                        + example.arms()
                                                .get(arm)
                                                .deal()
                                                .offer()
                                                .map(offer -> believed.of(orders(example), offer))
                                                .orElse(0.0))
                                .toArray(),
                        example.arms().stream().mapToDouble(arm -> MARGIN).toArray()))
                .toList();
    }
}
