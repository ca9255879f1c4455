package org.postroad.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.postroad.decide.tree.TreeEnsemble;
import org.postroad.feature.Features;
import org.postroad.learn.effect.EarlyStopping;

/** Trains gradient-boosted trees with XGBoost to predict whether a purchase follows, from context and action. */
final class XgboostTrainer {

    private static final EarlyStopping EARLY_STOPPING = new EarlyStopping(400, 25);

    /** A deeper discount of the same kind makes no purchase less likely. */
    private static final String DEEPER_IS_NOT_WORSE = Features.NAMES.stream()
            .map(name -> Features.DEPTHS.contains(name) ? "1" : "0")
            .collect(Collectors.joining(",", "(", ")"));

    private final long seed;

    XgboostTrainer(long seed) {
        this.seed = seed;
    }

    /** Why XGBoost cannot be used on this machine; empty if it can. */
    static Optional<String> availabilityProblem() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
            return Optional.empty();
        } catch (XGBoostError | LinkageError | RuntimeException e) {
            return Optional.of("XGBoost's native library cannot be loaded on this machine (" + e
                    + "), so nothing can be trained here; decisions do not need it.");
        }
    }

    /** The parameters of the training, as in the model card; without the base score. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("eval_metric", "logloss");
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", 4);
        parameters.put("eta", 0.1);
        parameters.put("min_child_weight", 30);
        parameters.put("lambda", 5);
        parameters.put("num_parallel_tree", 4);
        parameters.put("subsample", 0.5);
        parameters.put("colsample_bynode", 0.6);
        parameters.put("monotone_constraints", DEEPER_IS_NOT_WORSE);
        parameters.put("seed", seed);
        parameters.put("nthread", 1);
        return parameters;
    }

    /** The number of rounds with the least validation loss, by early stopping. */
    int bestRounds(List<TrainingExample> training, List<TrainingExample> validation) throws XGBoostError {
        DMatrix data = matrix(training);
        DMatrix validationData = matrix(validation);
        try {
            return EARLY_STOPPING.bestRounds(data, validationData, parameters(training));
        } finally {
            data.dispose();
            validationData.dispose();
        }
    }

    /** Trains for that many rounds and saves the model as JSON. */
    TreeEnsemble train(List<TrainingExample> training, int rounds, Path file) throws XGBoostError {
        DMatrix data = matrix(training);
        try {
            data.setFeatureNames(Features.NAMES.toArray(String[]::new));
            Booster booster = XGBoost.train(data, parameters(training), rounds, Map.of(), null, null);
            booster.setFeatureNames(Features.NAMES.toArray(String[]::new));
            booster.saveModel(file.toString());
            booster.dispose();
            return TreeEnsemble.read(file);
        } finally {
            data.dispose();
        }
    }

    /** As the other method, without keeping the file. */
    TreeEnsemble train(List<TrainingExample> training, int rounds) throws XGBoostError {
        try {
            Path file = Files.createTempFile("postroad-", ".json");
            try {
                return train(training, rounds, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base score is the mean of the labels, so that the trees learn only the differences. */
    private Map<String, Object> parameters(List<TrainingExample> training) {
        Map<String, Object> parameters = parameters();
        parameters.put(
                "base_score",
                training.stream()
                        .mapToInt(each -> each.bought() ? 1 : 0)
                        .average()
                        .orElse(0.5));
        return parameters;
    }

    private static DMatrix matrix(List<TrainingExample> examples) throws XGBoostError {
        int columns = Features.NAMES.size();
        float[] values = new float[examples.size() * columns];
        float[] labels = new float[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(examples.get(i).vector(), 0, values, i * columns, columns);
            labels[i] = examples.get(i).bought() ? 1 : 0;
        }
        DMatrix matrix = new DMatrix(values, labels.length, columns, Float.NaN);
        matrix.setLabel(labels);
        return matrix;
    }
}
