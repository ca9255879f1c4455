package org.postroad.learn;

import java.util.stream.IntStream;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.decide.tree.TreeEnsemble;

/**
 * The predictions for an example by a model that did not see the customer.
 *
 * @param probabilities of a purchase, by arm
 * @param earnings the expected margin of a purchase by arm, in the shop's currency
 * @param gains what the model would expect when serving that an arm earns more than nothing, by arm; minus infinity for an offer
 *     that it does not know and so would not choose
 */
record Prediction(TrainingExample example, double[] probabilities, double[] earnings, double[] gains) {

    /** A prediction whose gains are differences of responses. */
    Prediction(TrainingExample example, double[] probabilities, double[] earnings) {
        this(
                example,
                probabilities,
                earnings,
                IntStream.range(0, probabilities.length)
                        .mapToDouble(arm -> probabilities[arm] * earnings[arm] - probabilities[0] * earnings[0])
                        .toArray());
    }

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

    Prediction withGains(double[] others) {
        return new Prediction(example, probabilities, earnings, others);
    }

    /** The effect of an arm on the probability of a purchase, as the response model sees it. */
    double difference(int arm) {
        return probabilities[arm] - probabilities[0];
    }

    /** The expected reward of an arm. */
    double expected(int arm) {
        return probabilities[arm] * earnings[arm];
    }

    /** The arm that the model would choose when serving: the one with the highest gain. */
    int bestArm() {
        int best = 0;
        for (int arm = 1; arm < probabilities.length; arm++) {
            best = gains[arm] > gains[best] ? arm : best;
        }
        return best;
    }
}
