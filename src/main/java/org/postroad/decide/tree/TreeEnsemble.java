package org.postroad.decide.tree;

import java.nio.file.Path;
import java.util.List;

/**
 * Gradient-boosted regression trees (Chen and Guestrin, "XGBoost: A Scalable Tree Boosting System", KDD 2016, equation 1),
 * read from a file of XGBoost and evaluated in plain Java. Margins equal the library's within 1e-5. Immutable and
 * thread-safe. {@link XgboostJson} says what can be read.
 */
public final class TreeEnsemble {

    private final List<String> features;
    private final List<RegressionTree> trees;
    private final FlattenedForest forest;
    private final double baseMargin;
    private final boolean logistic;

    TreeEnsemble(List<String> features, List<RegressionTree> trees, double baseMargin, boolean logistic) {
        this.features = List.copyOf(features);
        this.trees = List.copyOf(trees);
        this.forest = new FlattenedForest(trees);
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

    /**
     * As {@link #read}, from the bytes of such a file.
     *
     * @throws ModelRefused as there
     */
    public static TreeEnsemble parse(byte[] json) {
        return XgboostJson.parse(json);
    }

    /** The names of a row's columns, in order; empty if the file has none. */
    public List<String> features() {
        return features;
    }

    /** The number of trees. */
    public int size() {
        return trees.size();
    }

    /**
     * The base margin plus the outputs of all trees, on the scale of the objective's link: log-odds for logistic.
     *
     * @param row one value a column, NaN if missing
     */
    public double margin(float[] row) {
        return baseMargin + forest.output(row);
    }

    /** The prediction: a probability if the objective is logistic, otherwise the margin. */
    public double predict(float[] row) {
        double margin = margin(row);
        return logistic ? 1 / (1 + Math.exp(-margin)) : margin;
    }

    /**
     * The contribution of each feature to this row's margin (SHAP values, see {@link TreeShap}). Slow beside {@link
     * #margin}: for explaining single rows.
     *
     * @return one value for each column, and last the mean margin over the training data; their sum is {@link #margin}
     */
    public double[] contributions(float[] row) {
        double[] sums = new double[row.length + 1];
        sums[row.length] = baseMargin;
        for (RegressionTree tree : trees) {
            new TreeShap(tree, row, sums).explain();
            sums[row.length] += tree.expectedOutput();
        }
        return sums;
    }
}
