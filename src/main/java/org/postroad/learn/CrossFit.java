package org.postroad.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.decide.tree.TreeEnsemble;

/**
 * Cross-fitting (Chernozhukov et al., "Double/Debiased Machine Learning for Treatment and Structural Parameters",
 * Econometrics Journal 21, 2018): a prediction for every example by a model that was trained on other customers only. It is nested:
 * what is learned for a fold from predictions about the others has seen nothing of that fold, not even through their models.
 *
 * @param predictions for all examples
 * @param outside for each fold, predictions for the examples of the others, by models that saw neither that fold nor the example's
 * @param rounds the number of boosting rounds with the least validation loss, as a median over the folds
 */
record CrossFit(Folds folds, List<Prediction> predictions, List<List<Prediction>> outside, int rounds) {

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
        List<List<Prediction>> outside =
                Stream.<List<Prediction>>generate(ArrayList::new).limit(FOLDS).toList();
        int[] rounds = new int[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<TrainingExample> known = folds.without(fold, examples);
            List<TrainingExample> unseen = folds.in(fold, examples);
            rounds[fold] = bestRounds((fold + 1) % FOLDS, known, folds, trainer);
            TreeEnsemble model = trainer.train(known, rounds[fold]);
            add(unseen, model, orderValues, predictions);
            for (int other = 0; other < fold; other++) {
                List<TrainingExample> neither = folds.without(other, known);
                TreeEnsemble ofNeither =
                        trainer.train(neither, bestRounds(third(fold, other), neither, folds, trainer));
                add(unseen, ofNeither, orderValues, outside.get(other));
                add(folds.in(other, examples), ofNeither, orderValues, outside.get(fold));
            }
            progress.accept("Fold %d of %d: %d rounds on %d decisions, predicted %d of other customers."
                    .formatted(fold + 1, FOLDS, rounds[fold], known.size(), unseen.size()));
        }
        Arrays.sort(rounds);
        return new CrossFit(folds, predictions, outside, rounds[FOLDS / 2]);
    }

    /** The predictions for the customers of a fold. */
    List<Prediction> predictionsIn(int fold) {
        return predictions.stream()
                .filter(each -> folds.of(each.example().customerId()) == fold)
                .toList();
    }

    private static void add(
            List<TrainingExample> unseen, TreeEnsemble model, OrderValueModel orderValues, List<Prediction> to) {
        unseen.forEach(each -> to.add(Prediction.of(each, model, orderValues)));
    }

    /** @param validation the fold of the known examples on which the loss is measured */
    private static int bestRounds(int validation, List<TrainingExample> known, Folds folds, XgboostTrainer trainer)
            throws XGBoostError {
        return trainer.bestRounds(folds.without(validation, known), folds.in(validation, known));
    }

    /** A fold that is neither of the two. */
    private static int third(int fold, int other) {
        int next = (fold + 1) % FOLDS;
        return next == other ? (next + 1) % FOLDS : next;
    }
}
