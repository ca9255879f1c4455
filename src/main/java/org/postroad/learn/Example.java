package org.postroad.learn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroad.decide.SimpleRule;

/**
 * A choice of the past, and what came of it.
 *
 * @param arms what could have been chosen
 * @param taken which of them was: an index into {@code arms}
 * @param propensity with which it was, in (0, 1]
 * @param bought whether an order followed in time
 * @param reward margin of those orders after discounts, in the shop's currency
 * @param margin of one sale of the product that it was about; NaN if unknown
 * @param byRule what each simple rule would have chosen: an index into {@code arms}
 */
record Example(
        String customerId,
        Instant at,
        List<Arm> arms,
        int taken,
        double propensity,
        boolean bought,
        double reward,
        double margin,
        Map<SimpleRule, Integer> byRule) {

    /**
     * One thing that could have been chosen.
     *
     * @param action an offer's id or "nothing"
     * @param vector the features if it had been
     * @param cost of the offer if there is a purchase
     */
    record Arm(String action, float[] vector, double cost) {}

    float[] vector() {
        return arms.get(taken).vector();
    }

    String action() {
        return arms.get(taken).action();
    }
}
