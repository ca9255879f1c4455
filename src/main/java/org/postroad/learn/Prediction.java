package org.postroad.learn;

import org.postroad.decide.model.OrderValueModel;
import org.postroad.decide.tree.TreeEnsemble;

/**
 * What a model that never saw the customer makes of an example.
 *
 * @param probabilities of a purchase by arm
 * @param earnings what a purchase would earn by arm
 */
record Prediction(TrainingExample example, double[] probabilities, double[] earnings) {

    static Prediction of(TrainingExample trainingExample, TreeEnsemble model, OrderValueModel orderValueModel) {
        double[] probabilities = trainingExample.arms().stream()
                .mapToDouble(arm -> model.predict(arm.vector()))
                .toArray();
        double[] earnings = trainingExample.arms().stream()
                .mapToDouble(arm -> orderValueModel.expectedMargin(arm.deal()))
                .toArray();
        return new Prediction(trainingExample, probabilities, earnings);
    }

    /** The probability for what really was chosen. */
    double probability() {
        return probabilities[example.taken()];
    }

    /** Expected reward of an arm. */
    double expected(int arm) {
        return probabilities[arm] * earnings[arm];
    }

    /** The arm that the model would choose: as serving does. */
    int bestArm() {
        int best = 0;
        for (int arm = 1; arm < probabilities.length; arm++) {
            best = expected(arm) > expected(best) ? arm : best;
        }
        return best;
    }
}
