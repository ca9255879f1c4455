package org.postroad.learn.effect;

/** A fitted model of one number. Immutable and thread-safe. */
@FunctionalInterface
public interface Predictor {

    /**
     * The prediction.
     *
     * @param row one value a column, NaN if missing
     */
    double predict(float[] row);

    /** The predictions for all rows. */
    default double[] predict(FeatureMatrix matrix) {
        double[] predictions = new double[matrix.rows()];
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = predict(matrix.row(row));
        }
        return predictions;
    }
}
