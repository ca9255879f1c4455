package org.postroad.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.postroad.catalog.Offer;
import org.postroad.feature.Features;
import org.postroad.learn.effect.EffectScores;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.policy.Support;

/**
 * The decisions in which an offer was possible, one a row, whatever was chosen.
 *
 * @param indices of the predictions
 * @param arms the offer's arm in each
 * @param taken what was chosen: 0 nothing, 1 the offer, 2 another offer
 * @param customers who it was about, as an index in [0, rows)
 * @param folds of the customers
 * @param features of the customer, the product and the moment
 * @param response the effect as the response model sees it, without the row's customer
 * @param scores the doubly robust scores of the effect on the probability of a purchase
 */
record EffectRows(
        Offer offer,
        int[] indices,
        int[] arms,
        int[] taken,
        int[] customers,
        int[] folds,
        FeatureMatrix features,
        double[] response,
        double[] scores) {

    /** The least number of decisions with the offer, and with nothing where it was possible, to calibrate its effect. */
    static final int ENOUGH = 200;

    private static final int NOTHING = 0;
    private static final int OFFER = 1;
    private static final int ANOTHER = 2;

    static EffectRows of(Offer offer, List<Prediction> predictions, Folds folds) {
        int[] indices = IntStream.range(0, predictions.size())
                .filter(i -> arm(offer, predictions.get(i)) > 0)
                .toArray();
        List<Prediction> possible =
                Arrays.stream(indices).mapToObj(predictions::get).toList();
        int[] arms = possible.stream().mapToInt(each -> arm(offer, each)).toArray();
        int[] taken = possible.stream().mapToInt(each -> taken(offer, each)).toArray();
        double[][] expected = IntStream.range(0, arms.length)
                .mapToObj(row -> expected(possible.get(row), arms[row]))
                .toArray(double[][]::new);
        Map<String, Integer> customers = new HashMap<>();
        return new EffectRows(
                offer,
                indices,
                arms,
                taken,
                possible.stream()
                        .mapToInt(
                                each -> customers.computeIfAbsent(each.example().customerId(), any -> customers.size()))
                        .toArray(),
                possible.stream()
                        .mapToInt(each -> folds.of(each.example().customerId()))
                        .toArray(),
                FeatureMatrix.of(possible.stream()
                        .map(each ->
                                Features.context(each.example().arms().get(0).vector()))
                        .toArray(float[][]::new)),
                IntStream.range(0, arms.length)
                        .mapToDouble(row -> possible.get(row).difference(arms[row]))
                        .toArray(),
                EffectScores.of(
                        OFFER,
                        expected,
                        taken,
                        possible.stream()
                                .mapToDouble(each -> each.example().bought() ? 1 : 0)
                                .toArray(),
                        possible.stream()
                                .mapToDouble(each -> each.example().propensity())
                                .toArray()));
    }

    private static int arm(Offer offer, Prediction prediction) {
        List<TrainingExample.Arm> arms = prediction.example().arms();
        return IntStream.range(0, arms.size())
                .filter(arm -> arms.get(arm).action().equals(offer.id()))
                .findFirst()
                .orElse(-1);
    }

    private static int taken(Offer offer, Prediction prediction) {
        TrainingExample example = prediction.example();
        return example.taken() == 0 ? NOTHING : example.action().equals(offer.id()) ? OFFER : ANOTHER;
    }

    private static double[] expected(Prediction prediction, int arm) {
        return new double[] {prediction.probabilities()[0], prediction.probabilities()[arm], prediction.probability()};
    }

    /** Whether the offer was given to so many customers that anything may be claimed of it at all. */
    boolean isKnown() {
        return IntStream.range(0, taken.length)
                        .filter(row -> taken[row] == OFFER)
                        .map(row -> customers[row])
                        .distinct()
                        .count()
                >= Support.LEAST_LOGGED;
    }

    /** Whether there are enough decisions to compare, and to calibrate. */
    boolean areEnough() {
        return count(OFFER) >= ENOUGH && count(NOTHING) >= ENOUGH;
    }

    /** The decisions that tell of the effect: with the offer, or with nothing. */
    long informative() {
        return taken.length - count(ANOTHER);
    }

    private long count(int what) {
        return Arrays.stream(taken).filter(each -> each == what).count();
    }
}
