package org.postroad.learn;

import org.postroad.decide.model.OrderValueModel;
import org.postroad.decide.tree.TreeEnsemble;

/**
 * The predictions for an example by a model that did not see the customer.
 *
 * @param probabilities of a purchase, by arm
 * @param earnings the expected margin of a purchase by arm, in the shop's currency
 */
record Prediction(TrainingExample example, double[] probabilities, double[] earnings) {

    static Prediction of(TrainingExample example, TreeEnsemble model, OrderValueModel orderValues) {
        double[] probabilities = example.arms().stream()
                .mapToDouble(arm -> model.predict(arm.vector()))
                .toArray();
        double[] earnings = example.arms().stream()
                .mapToDouble(arm -> orderValues.expectedMargin(arm.deal()))
                .toArray();
        return new Prediction(example, probabilities, earnings);
    }

    /** The probability of a purchase with the arm that was taken. */
    double probability() {
        return probabilities[example.taken()];
    }

    /** The expected reward of an arm. */
    double expected(int arm) {
        return probabilities[arm] * earnings[arm];
    }

    /** The arm that the model would choose when serving: the one with the highest expected reward. */
    int bestArm() {
        int best = 0;
        for (int arm = 1; arm < probabilities.length; arm++) {
            best = expected(arm) > expected(best) ? arm : best;
        }
        return best;
    }
}
