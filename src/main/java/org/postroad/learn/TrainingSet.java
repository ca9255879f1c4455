package org.postroad.learn;

import java.util.List;
import java.util.Map;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.feature.Deal;

/**
 * What there is to learn from.
 *
 * @param leftOut how many choices could not be used, by reason
 */
record TrainingSet(List<TrainingExample> examples, Map<String, Long> leftOut) {

    private static final int ENOUGH_DECISIONS = 1_000;
    private static final int ENOUGH_PURCHASES = 100;

    long purchases() {
        return examples.stream().filter(TrainingExample::bought).count();
    }

    /** What those purchases brought, by what they had begun with. */
    OrderValueModel orderValueModel() {
        LinearRegression value = new LinearRegression();
        LinearRegression margin = new LinearRegression();
        examples.forEach(trainingExample -> trainingExample.orders().forEach(creditedOrder -> {
            Deal begunWith = trainingExample.arms().get(0).deal();
            value.add(begunWith.price(), creditedOrder.value());
            margin.add(begunWith.margin(), creditedOrder.margin());
        }));
        return new OrderValueModel(value.fit(), margin.fit());
    }

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
                        leftOut.isEmpty() ? "" : "; left out: " + leftOut);
    }

    /** @throws TrainingRefused if a model would learn nothing but chance */
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
