package org.postroad.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.postroad.catalog.Offer;
import org.postroad.decide.model.OfferValue;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.feature.Deal;

/**
 * The effects of all offers that the model may know: those that were given to enough customers. What an offer would do that was
 * hardly ever given is not learned, and serving does not let the model choose it.
 */
record EffectTraining(CrossFit crossFit, List<LearnedEffect> effects) {

    /** Learns from all examples. */
    static EffectTraining of(CrossFit crossFit) {
        return new EffectTraining(
                crossFit,
                offers(crossFit.predictions()).stream()
                        .map(offer -> EffectRows.of(offer, crossFit.predictions(), crossFit.folds()))
                        .filter(EffectRows::isKnown)
                        .map(rows -> LearnedEffect.of(rows, crossFit.folds()))
                        .toList());
    }

    private static List<Offer> offers(List<Prediction> predictions) {
        Map<String, Offer> offers = new HashMap<>();
        predictions.forEach(each -> each.example()
                .arms()
                .forEach(arm -> arm.deal().offer().ifPresent(offer -> offers.put(offer.id(), offer))));
        return offers.values().stream().sorted(Comparator.comparing(Offer::id)).toList();
    }

    /**
     * The predictions with the gains that serving would find: the effects on a fold's customers are learned again, from the other
     * folds alone.
     */
    List<Prediction> valued(OrderValueModel orderValues) {
        List<Prediction> valued = new ArrayList<>();
        for (int fold = 0; fold < crossFit.outside().size(); fold++) {
            List<Prediction> unseen = crossFit.predictionsIn(fold);
            double[][] byArm = unseen.stream()
                    .map(each -> unknown(each.probabilities().length))
                    .toArray(double[][]::new);
            for (LearnedEffect known : effects) {
                fill(byArm, known.rows().offer(), crossFit.outside().get(fold), unseen);
            }
            IntStream.range(0, byArm.length)
                    .mapToObj(i -> unseen.get(i).withGains(gains(unseen.get(i), byArm[i], orderValues)))
                    .forEach(valued::add);
        }
        return valued;
    }

    private void fill(double[][] byArm, Offer offer, List<Prediction> outside, List<Prediction> unseen) {
        LearnedEffect effect = LearnedEffect.of(EffectRows.of(offer, outside, crossFit.folds()), crossFit.folds());
        EffectRows rows = EffectRows.of(offer, unseen, crossFit.folds());
        double[] effects = effect.in(rows);
        for (int row = 0; row < effects.length; row++) {
            byArm[rows.indices()[row]][rows.arms()[row]] = effects[row];
        }
    }

    /** Nothing has no effect; the others have none that is known yet. */
    private static double[] unknown(int arms) {
        double[] effects = new double[arms];
        Arrays.fill(effects, 1, arms, Double.NaN);
        return effects;
    }

    private static double[] gains(Prediction prediction, double[] effects, OrderValueModel orderValues) {
        int[] known = IntStream.range(0, effects.length)
                .filter(arm -> !Double.isNaN(effects[arm]))
                .toArray();
        List<Deal> deals = new ArrayList<>();
        Arrays.stream(known)
                .forEach(arm -> deals.add(prediction.example().arms().get(arm).deal()));
        double[] ofKnown = Arrays.stream(known).mapToDouble(arm -> effects[arm]).toArray();
        List<OfferValue> values = OfferValue.of(prediction.probabilities()[0], deals, ofKnown, orderValues);
        double[] gains = new double[effects.length];
        Arrays.fill(gains, Double.NEGATIVE_INFINITY);
        IntStream.range(0, known.length)
                .forEach(i -> gains[known[i]] = values.get(i).gain());
        return gains;
    }
}
