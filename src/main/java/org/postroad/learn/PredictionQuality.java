package org.postroad.learn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.postroad.decide.model.ModelCard.Metrics;

/** The quality of predicted probabilities: log-loss, AUC and calibration. */
final class PredictionQuality {

    private static final int BINS = 10;
    private static final double LEAST_PROBABILITY = 1e-9;

    private final List<Prediction> ascending;
    private final double mean;

    PredictionQuality(List<Prediction> predictions) {
        this.ascending = predictions.stream()
                .sorted(Comparator.comparingDouble(Prediction::probability))
                .toList();
        this.mean = predictions.stream()
                .mapToDouble(PredictionQuality::outcome)
                .average()
                .orElse(0);
    }

    Metrics metrics() {
        return new Metrics(
                ascending.size(),
                ascending.stream()
                        .map(each -> each.example().customerId())
                        .distinct()
                        .count(),
                ascending.stream()
                        .mapToDouble(each -> loss(each.probability(), outcome(each)))
                        .average()
                        .orElse(0),
                ascending.stream()
                        .mapToDouble(each -> loss(mean, outcome(each)))
                        .average()
                        .orElse(0),
                auc(),
                calibration());
    }

    /**
     * The area under the ROC curve, from the Mann-Whitney statistic with mean ranks for ties (Hanley and McNeil, "The Meaning
     * and Use of the Area under a ROC Curve", Radiology 143, 1982).
     */
    private double auc() {
        double rankSum = 0;
        double bought =
                ascending.stream().mapToDouble(PredictionQuality::outcome).sum();
        for (int from = 0, to; from < ascending.size(); from = to) {
            to = from + 1;
            while (to < ascending.size()
                    && ascending.get(to).probability() == ascending.get(from).probability()) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            rankSum += rank
                    * ascending.subList(from, to).stream()
                            .mapToDouble(PredictionQuality::outcome)
                            .sum();
        }
        return (rankSum - bought * (bought + 1) / 2) / (bought * (ascending.size() - bought));
    }

    /** Mean prediction and observed share in ten bins of equal size, by prediction. */
    private List<Metrics.Bin> calibration() {
        return IntStream.range(0, BINS)
                .mapToObj(bin -> ascending.subList(ascending.size() * bin / BINS, ascending.size() * (bin + 1) / BINS))
                .map(tenth -> new Metrics.Bin(
                        tenth.stream()
                                .mapToDouble(Prediction::probability)
                                .average()
                                .orElse(0),
                        tenth.stream()
                                .mapToDouble(PredictionQuality::outcome)
                                .average()
                                .orElse(0),
                        tenth.size()))
                .toList();
    }

    private static double outcome(Prediction prediction) {
        return prediction.example().bought() ? 1 : 0;
    }

    /** The log-loss of one prediction, with the probability kept off 0 and 1. */
    private static double loss(double predicted, double outcome) {
        double probability = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, predicted));
        return -(outcome * Math.log(probability) + (1 - outcome) * Math.log(1 - probability));
    }
}
