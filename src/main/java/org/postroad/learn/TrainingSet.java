package org.postroad.learn;

import java.util.List;
import java.util.Map;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.feature.Deal;

/**
 * The examples to train on.
 *
 * @param excluded the number of decisions that could not be used, by reason
 */
record TrainingSet(List<TrainingExample> examples, Map<String, Long> excluded) {

    private static final int ENOUGH_DECISIONS = 1_000;
    private static final int ENOUGH_PURCHASES = 100;

    /** The number of decisions that a purchase followed. */
    long purchases() {
        return examples.stream().filter(TrainingExample::bought).count();
    }

    /** Fits value and margin of the credited orders to price and margin of the product that the decision was about. */
    OrderValueModel orderValueModel() {
        LinearRegression value = new LinearRegression();
        LinearRegression margin = new LinearRegression();
        examples.forEach(example -> example.orders().forEach(order -> {
            Deal withoutOffer = example.arms().get(0).deal();
            value.add(withoutOffer.price(), order.value().doubleValue());
            margin.add(withoutOffer.margin(), order.margin().doubleValue());
        }));
        return new OrderValueModel(value.fit(), margin.fit());
    }

    /** The size of the training set, in a sentence. */
    String summary() {
        return "%,d decisions for %,d customers, %,d of them followed by a purchase within %d days%s."
                .formatted(
                        examples.size(),
                        examples.stream()
                                .map(TrainingExample::customerId)
                                .distinct()
                                .count(),
                        purchases(),
                        OrderRewards.WINDOW.toDays(),
                        excluded.isEmpty() ? "" : "; left out: " + excluded);
    }

    /** @throws TrainingRefused if there are too few examples, or all have the same action */
    void requireEnough() {
        if (examples.size() < ENOUGH_DECISIONS || purchases() < ENOUGH_PURCHASES) {
            throw new TrainingRefused(
                    ("Too little to learn from: %s At least %,d decisions older than %d days, with %,d"
                                    + " purchases after them, are needed. Until then decisions are made by rule, and each of them"
                                    + " counts.")
                            .formatted(summary(), ENOUGH_DECISIONS, OrderRewards.WINDOW.toDays(), ENOUGH_PURCHASES));
        }
        if (examples.stream().map(TrainingExample::action).distinct().count() < 2) {
            throw new TrainingRefused(
                    "All past decisions chose the same (%s), so there is nothing to compare. Let some be"
                                    .formatted(examples.get(0).action())
                            + " drawn by lot: postroad.decide.exploration.");
        }
    }
}
