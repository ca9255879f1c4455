package org.postroad.learn;

import org.postroad.decide.TreeEnsemble;

/**
 * What a model that never saw the customer makes of an example.
 *
 * @param probabilities of a purchase by arm
 * @param margin the example's, or the mean where that is unknown
 */
record Prediction(Example example, double[] probabilities, double margin) {

    static Prediction of(Example example, TreeEnsemble model, double meanOrderMargin) {
        double[] probabilities = example.arms().stream()
                .mapToDouble(arm -> model.predict(arm.vector()))
                .toArray();
        double margin = Double.isNaN(example.margin()) ? meanOrderMargin : example.margin();
        return new Prediction(example, probabilities, margin);
    }

    /** The probability for what really was chosen. */
    double probability() {
        return probabilities[example.taken()];
    }

    /** Expected reward of an arm. */
    double expected(int arm) {
        return probabilities[arm] * (margin - example.arms().get(arm).cost());
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
