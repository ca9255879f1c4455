package org.postroad.decide.tree;

import java.nio.file.Path;
import java.util.List;

/**
 * A trained model, evaluated in plain Java: gradient-boosted regression trees as XGBoost saves them. Immutable and safe
 * for use by many threads; margins equal the library's within 1e-5. {@link XgboostJson} says what can be read.
 */
public final class TreeEnsemble {

    private final List<String> features;
    private final List<RegressionTree> trees;
    private final FlattenedForest flattenedForest;
    private final double baseMargin;
    private final boolean logistic;

    TreeEnsemble(List<String> features, List<RegressionTree> trees, double baseMargin, boolean logistic) {
        this.features = List.copyOf(features);
        this.trees = List.copyOf(trees);
        this.flattenedForest = new FlattenedForest(trees);
        this.baseMargin = baseMargin;
        this.logistic = logistic;
    }

    /**
     * Reads a model that XGBoost saved as JSON.
     *
     * @throws ModelRefused if it cannot be read or is of a kind that this evaluator does not know
     */
    public static TreeEnsemble read(Path file) {
        return XgboostJson.read(file);
    }

    /** The columns of a row, in order, as the model file names them; empty if it names none. */
    public List<String> features() {
        return features;
    }

    public int size() {
        return trees.size();
    }

    /** The sum of the trees' outputs and the base, on the scale of the objective's link (log-odds for logistic). */
    public double margin(float[] row) {
        return baseMargin + flattenedForest.output(row);
    }

    /** The prediction: a probability if the objective is logistic, otherwise the margin. */
    public double predict(float[] row) {
        double margin = margin(row);
        return logistic ? 1 / (1 + Math.exp(-margin)) : margin;
    }

    /**
     * How far each feature moved this row's margin, by Shapley values. Slow beside {@link #margin}: for explaining
     * single rows.
     *
     * @return one number a feature, and last the margin's mean over the training data; together they add up to {@link
     *     #margin}
     */
    public double[] contributions(float[] row) {
        double[] sums = new double[row.length + 1];
        sums[row.length] = baseMargin;
        for (RegressionTree regressionTree : trees) {
            new TreeShap(regressionTree, row, sums).explain();
            sums[row.length] += regressionTree.expectedOutput();
        }
        return sums;
    }
}
