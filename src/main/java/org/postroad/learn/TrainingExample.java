package org.postroad.learn;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroad.catalog.Offer;
import org.postroad.decide.Decision;
import org.postroad.decide.model.BaselineRule;
import org.postroad.feature.Deal;

/**
 * A past decision with its outcome.
 *
 * @param arms the actions that could have been chosen, "nothing" first
 * @param taken the chosen arm: an index into {@code arms}
 * @param propensity the probability with which it was chosen, in (0, 1]
 * @param orders the orders credited to the decision
 * @param byRule the arm that each rule would have chosen: an index into {@code arms}
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
     * An action that could have been chosen.
     *
     * @param vector the feature vector if it had been chosen
     */
    record Arm(Deal deal, float[] vector) {

        String action() {
            return deal.offer().map(Offer::id).orElse(Decision.NOTHING);
        }
    }

    /**
     * An order credited to a decision; exact amounts in the shop's currency, except that the reward may contain the
     * estimated cost of an offer.
     *
     * @param value before discounts
     * @param margin before discounts
     * @param reward the margin after discounts
     */
    record CreditedOrder(BigDecimal value, BigDecimal margin, BigDecimal reward) {}

    /** The label: whether an order is credited to the decision. */
    boolean bought() {
        return !orders.isEmpty();
    }

    /** The sum of the orders' rewards, as an observation for the off-policy estimators. */
    double reward() {
        return orders.stream()
                .map(CreditedOrder::reward)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    /** The feature vector of the arm that was taken. */
    float[] vector() {
        return arms.get(taken).vector();
    }

    String action() {
        return arms.get(taken).action();
    }
}
