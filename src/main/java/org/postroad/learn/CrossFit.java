package org.postroad.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.decide.tree.TreeEnsemble;

/**
 * Cross-fitting (Chernozhukov et al., "Double/Debiased Machine Learning for Treatment and Structural Parameters",
 * Econometrics Journal 21, 2018): a prediction for every example by a model that was trained on other customers only.
 *
 * @param rounds the number of boosting rounds with the least validation loss, as a median over the folds
 */
record CrossFit(List<Prediction> predictions, int rounds) {

    private static final int FOLDS = 5;

    static CrossFit of(
            List<TrainingExample> examples,
            OrderValueModel orderValues,
            XgboostTrainer trainer,
            long seed,
            Consumer<String> progress)
            throws XGBoostError {
        Folds folds = new Folds(FOLDS, seed);
        List<Prediction> predictions = new ArrayList<>();
        int[] rounds = new int[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<TrainingExample> training = folds.without(fold, examples);
            int next = (fold + 1) % FOLDS;
            rounds[fold] = trainer.bestRounds(folds.without(next, training), folds.in(next, training));
            TreeEnsemble model = trainer.train(training, rounds[fold]);
            List<TrainingExample> unseen = folds.in(fold, examples);
            unseen.forEach(each -> predictions.add(Prediction.of(each, model, orderValues)));
            progress.accept("Fold %d of %d: %d rounds on %d decisions, predicted %d of other customers."
                    .formatted(fold + 1, FOLDS, rounds[fold], training.size(), unseen.size()));
        }
        Arrays.sort(rounds);
        return new CrossFit(predictions, rounds[FOLDS / 2]);
    }
}
