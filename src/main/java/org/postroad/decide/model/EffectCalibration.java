package org.postroad.decide.model;

/**
 * The best linear predictor of an effect from a model's prediction of it (Chernozhukov et al., "Generic machine learning
 * inference on heterogeneous treatment effects", 2018, section 3.1), by least squares on doubly robust scores. The slope is kept
 * in [0, 1]: a model that ranks at random is shrunk to the average effect, and none is stretched.
 *
 * @param average the mean effect
 * @param center the mean prediction
 * @param slope how much of a predicted difference is real, in [0, 1]
 */
public record EffectCalibration(double average, double center, double slope) {

    /** Fits predictions, made without the row's customer, to scores of the same rows. */
    public static EffectCalibration fit(double[] predicted, double[] scores) {
        double center = mean(predicted);
        double average = mean(scores);
        double spread = 0;
        double common = 0;
        for (int i = 0; i < predicted.length; i++) {
            spread += (predicted[i] - center) * (predicted[i] - center);
            common += (predicted[i] - center) * (scores[i] - average);
        }
        double slope = spread > 0 ? Math.max(0, Math.min(1, common / spread)) : 0;
        return new EffectCalibration(average, center, slope);
    }

    /** The calibrated effect. */
    public double calibrate(double predicted) {
        return average + slope * (predicted - center);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
