package org.postroad.learn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroad.catalog.Offer;
import org.postroad.decide.Decision;
import org.postroad.decide.model.BaselineRule;
import org.postroad.feature.Deal;

/**
 * A choice of the past, and what came of it.
 *
 * @param arms what could have been chosen
 * @param taken which of them was: an index into {@code arms}
 * @param propensity with which it was, in (0, 1]
 * @param orders that followed in time
 * @param byRule what each simple rule would have chosen: an index into {@code arms}
 */
record TrainingExample(
        String customerId,
        Instant at,
        List<Arm> arms,
        int taken,
        double propensity,
        List<CreditedOrder> orders,
        Map<BaselineRule, Integer> byRule) {

    /**
     * One thing that could have been chosen.
     *
     * @param vector the features if it had been
     */
    record Arm(Deal deal, float[] vector) {

        String action() {
            return deal.offer().map(Offer::id).orElse(Decision.NOTHING);
        }
    }

    /**
     * An order, in the shop's currency.
     *
     * @param value before discounts
     * @param margin before discounts
     * @param reward margin after discounts
     */
    record CreditedOrder(double value, double margin, double reward) {}

    boolean bought() {
        return !orders.isEmpty();
    }

    double reward() {
        return orders.stream().mapToDouble(CreditedOrder::reward).sum();
    }

    float[] vector() {
        return arms.get(taken).vector();
    }

    String action() {
        return arms.get(taken).action();
    }
}
