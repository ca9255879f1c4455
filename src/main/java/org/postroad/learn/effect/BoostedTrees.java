package org.postroad.learn.effect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.postroad.decide.tree.TreeEnsemble;

/**
 * Boosts trees with XGBoost on one thread and gives them to our evaluator. The base score is the mean of the labels, so that
 * trees learn differences only. The number of rounds is that with the least loss on every fifth row, which are learned from
 * afterwards too. Memory while training: about 8 bytes a value of the matrix, outside the heap.
 */
public final class BoostedTrees {

    private static final int VALIDATED = 5;
    private static final int BINS = 64;
    private static final int LAMBDA = 5;

    private final BoostingSettings settings;

    public BoostedTrees(BoostingSettings settings) {
        this.settings = settings;
    }

    /**
     * Fits labels to rows. Labels that are all alike, or fewer than two, make a constant; none, zero.
     *
     * @param matrix in an order that says nothing: every fifth row validates
     * @param labels one a row, finite; in [0, 1] if the objective is logistic
     * @throws IllegalArgumentException if a label is not finite or their number is not that of the rows
     */
    public Predictor fit(FeatureMatrix matrix, double[] labels) {
        requireFinite(matrix, labels);
        double mean = Arrays.stream(labels).average().orElse(0);
        if (Arrays.stream(labels).allMatch(label -> label == mean)) {
            return row -> mean;
        }
        return TreeEnsemble.parse(save(matrix, labels, List.of()))::predict;
    }

    /**
     * Fits labels to rows, and gives the trees as XGBoost's JSON.
     *
     * @param columns the names of the columns, for the file; none if it is not kept
     */
    public byte[] save(FeatureMatrix matrix, double[] labels, List<String> columns) {
        try {
            int rounds = settings.patience() == 0 ? settings.rounds() : bestRounds(matrix, labels);
            return train(matrix, labels, rounds, columns);
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost cannot train on this machine or with these settings: " + settings, e);
        }
    }

    private static void requireFinite(FeatureMatrix matrix, double[] labels) {
        if (matrix.rows() != labels.length) {
            throw new IllegalArgumentException(matrix.rows() + " rows, but " + labels.length + " labels");
        }
        for (double label : labels) {
            if (!Double.isFinite(label)) {
                throw new IllegalArgumentException("A label is " + label + ".");
            }
        }
    }

    private int bestRounds(FeatureMatrix matrix, double[] labels) throws XGBoostError {
        int[] validating = IntStream.range(0, labels.length)
                .filter(row -> row % VALIDATED == 0)
                .toArray();
        int[] training = IntStream.range(0, labels.length)
                .filter(row -> row % VALIDATED != 0)
                .toArray();
        double[] known = Rows.select(labels, training);
        double mean = Arrays.stream(known).average().orElse(0);
        if (known.length == 0 || Arrays.stream(known).allMatch(label -> label == mean)) {
            return 1;
        }
        DMatrix data = matrix(matrix.rows(training), known);
        DMatrix unseen = matrix(matrix.rows(validating), Rows.select(labels, validating));
        try {
            return new EarlyStopping(settings.rounds(), settings.patience()).bestRounds(data, unseen, parameters(mean));
        } finally {
            data.dispose();
            unseen.dispose();
        }
    }

    private byte[] train(FeatureMatrix matrix, double[] labels, int rounds, List<String> columns) throws XGBoostError {
        DMatrix data = matrix(matrix, labels);
        try {
            Booster booster = XGBoost.train(
                    data, parameters(Arrays.stream(labels).average().orElse(0)), rounds, Map.of(), null, null);
            if (!columns.isEmpty()) {
                booster.setFeatureNames(columns.toArray(String[]::new));
            }
            byte[] json = booster.toByteArray("json");
            booster.dispose();
            return json;
        } finally {
            data.dispose();
        }
    }

    private Map<String, Object> parameters(double mean) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "objective",
                settings.objective().xgboost,
                "eval_metric",
                settings.objective().metric,
                "tree_method",
                "hist",
                "max_depth",
                settings.depth(),
                "eta",
                settings.rate(),
                "min_child_weight",
                settings.leastWeight(),
                "seed",
                settings.seed(),
                "nthread",
                1,
                "base_score",
                mean));
        parameters.put("subsample", settings.sampled());
        parameters.put("lambda", LAMBDA);
        parameters.put("max_bin", BINS);
        return parameters;
    }

    private static DMatrix matrix(FeatureMatrix matrix, double[] labels) throws XGBoostError {
        DMatrix data = new DMatrix(matrix.values(), matrix.rows(), matrix.columns(), Float.NaN);
        float[] floats = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            floats[i] = (float) labels[i];
        }
        data.setLabel(floats);
        return data;
    }
}
