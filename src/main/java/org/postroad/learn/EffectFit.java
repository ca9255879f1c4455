package org.postroad.learn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.postroad.decide.model.EffectCalibration;
import org.postroad.decide.model.OfferEffect.Learner;
import org.postroad.learn.policy.Estimate;

/**
 * Which prediction of an effect is used, and how it is calibrated. Of two, the one with the lower τ-risk is: the mean squared
 * difference from doubly robust scores of customers who were not seen (Schuler, Baiocchi, Tibshirani and Shah, "A comparison of
 * methods for model selection when estimating individual treatment effects", 2018; the idea is that of Nie and Wager, "Quasi-oracle
 * estimation of heterogeneous treatment effects", Biometrika 108, 2021). The scores are noisy, but alike for both.
 *
 * @param calibrated false if there were too few decisions, so that the response's difference is taken as it is
 */
record EffectFit(Learner by, boolean calibrated, EffectCalibration calibration) {

    /** The error of saying that an effect differs between customers, if it does not. */
    private static final double ALPHA = 0.05;

    /**
     * The response's if the two are equally good.
     *
     * @param robust predicted by a regression of doubly robust scores, without the row's customer
     */
    static EffectFit of(EffectRows rows, double[] robust) {
        boolean robustWins = risk(robust, rows.scores()) < risk(rows.response(), rows.scores());
        return new EffectFit(
                robustWins ? Learner.DOUBLY_ROBUST : Learner.RESPONSE,
                true,
                calibration(robustWins ? robust : rows.response(), rows.scores(), rows.customers()));
    }

    /** The response's difference as it is. */
    static EffectFit uncalibrated(EffectRows rows) {
        double mean = Arrays.stream(rows.response()).average().orElse(0);
        return new EffectFit(Learner.RESPONSE, false, new EffectCalibration(mean, mean, 1));
    }

    private static double risk(double[] predicted, double[] scores) {
        return IntStream.range(0, scores.length)
                .mapToDouble(row -> (scores[row] - predicted[row]) * (scores[row] - predicted[row]))
                .average()
                .orElse(0);
    }

    /** A slope counts if it is shown to be above 0; errors are clustered by customer. */
    private static EffectCalibration calibration(double[] predicted, double[] scores, int[] customers) {
        EffectCalibration fitted = EffectCalibration.fit(predicted, scores);
        return fitted.slope() > 0 && slope(fitted, predicted, scores, customers).lowerBound(ALPHA) > 0
                ? fitted
                : new EffectCalibration(fitted.average(), fitted.center(), 0);
    }

    private static Estimate slope(EffectCalibration fitted, double[] x, double[] y, int[] customers) {
        double variance = Arrays.stream(x)
                .map(each -> (each - fitted.center()) * (each - fitted.center()))
                .average()
                .orElse(0);
        double[] influence = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - fitted.center()) * (y[i] - fitted.calibrate(x[i])) / variance)
                .toArray();
        return Estimate.of(fitted.slope(), influence, customers);
    }
}
