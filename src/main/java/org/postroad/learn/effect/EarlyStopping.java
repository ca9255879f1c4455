package org.postroad.learn.effect;

import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Finds how many rounds to boost. XGBoost's own early stopping is not used: on the JVM it returns the trees of the rounds after the
 * best one, too.
 *
 * @param most rounds at most
 * @param patience the number of rounds without a lower loss after which it stops
 */
public record EarlyStopping(int most, int patience) {

    /**
     * The number of rounds with the least loss on rows that are not trained on, at least 1.
     *
     * @param parameters of XGBoost, with one {@code eval_metric}, the loss
     */
    public int bestRounds(DMatrix training, DMatrix validation, Map<String, Object> parameters) throws XGBoostError {
        Booster booster = XGBoost.train(training, parameters, 1, Map.of(), null, null);
        try {
            double least = Double.POSITIVE_INFINITY;
            int best = 1;
            for (int rounds = 1; rounds <= Math.min(most, best + patience); rounds++) {
                if (rounds > 1) {
                    booster.update(training, rounds - 1);
                }
                double loss = loss(booster, validation, rounds);
                if (loss < least) {
                    least = loss;
                    best = rounds;
                }
            }
            return best;
        } finally {
            booster.dispose();
        }
    }

    private static double loss(Booster booster, DMatrix validation, int rounds) throws XGBoostError {
        float[] loss = new float[1];
        booster.evalSet(new DMatrix[] {validation}, new String[] {"validation"}, rounds, loss);
        return loss[0];
    }
}
