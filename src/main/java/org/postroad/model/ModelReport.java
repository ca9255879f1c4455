package org.postroad.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a model before one relies on it.
 *
 * @param name its id in addresses, such as {@code offer-response}
 * @param title its name for people
 * @param predicts what it predicts, in a sentence
 * @param comparedWith the simplest rule that could replace it, in a sentence
 * @param trainedAt null if nothing was learned yet
 * @param acts whether its results are used
 * @param actsSince without a break; null if it does not act, or nobody knows since when
 * @param stoppedAt when people stopped it; null if they have not
 * @param reason why it acts or does not, in a sentence
 * @param replacement what takes its place while it is stopped, in a sentence
 * @param facts its card: more to know, by what it is, in order
 * @param calibration by tenths of the cases held out at training, lowest first; empty if it predicts no probability
 * @param weeks how well it predicted since, oldest first; empty if that is not known
 */
public record ModelReport(
        String name,
        String title,
        String predicts,
        String comparedWith,
        @Nullable Instant trainedAt,
        boolean acts,
        @Nullable Instant actsSince,
        @Nullable Instant stoppedAt,
        String reason,
        String replacement,
        Map<String, String> facts,
        List<Calibration> calibration,
        List<Week> weeks) {

    /**
     * Of a model that acts as soon as it has learned something.
     *
     * @param learnedAt null if nothing was learned yet
     */
    public static ModelReport of(
            String name,
            String title,
            String predicts,
            String comparedWith,
            @Nullable Instant learnedAt,
            String reason,
            String replacement,
            Map<String, String> facts) {
        return new ModelReport(
                name,
                title,
                predicts,
                comparedWith,
                learnedAt,
                learnedAt != null,
                null,
                null,
                reason,
                replacement,
                facts,
                List.of(),
                List.of());
    }

    /** The same model with what was predicted of cases that it did not know. */
    public ModelReport withCalibration(List<Calibration> heldOut) {
        return new ModelReport(
                name,
                title,
                predicts,
                comparedWith,
                trainedAt,
                acts,
                actsSince,
                stoppedAt,
                reason,
                replacement,
                facts,
                heldOut,
                weeks);
    }

    /** The same model after people have stopped it. */
    ModelReport stopped(Instant at) {
        return new ModelReport(
                name,
                title,
                predicts,
                comparedWith,
                trainedAt,
                false,
                null,
                at,
                "Stopped. " + replacement,
                replacement,
                facts,
                calibration,
                weeks);
    }

    /**
     * Cases for which the model predicted about the same.
     *
     * @param predicted the mean predicted probability
     * @param observed the share in which it happened
     */
    public record Calibration(double predicted, double observed, long cases) {}

    /**
     * The cases of a calendar week (UTC) of which the outcome is known.
     *
     * @param monday its first day
     * @param predicted the mean predicted probability
     * @param observed the share in which it happened
     */
    public record Week(LocalDate monday, double predicted, double observed, long cases) {

        /**
         * How many standard errors the observed share is away from the predicted one, if each case is a trial of its own with
         * the mean probability.
         */
        public double deviation() {
            double error = Math.sqrt(predicted * (1 - predicted) / cases);
            return error == 0 ? 0 : (observed - predicted) / error;
        }
    }
}
