package org.postroad.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroad.decide.model.ModelCard.Metrics;
import org.postroad.feature.Deal;

class PredictionQualityTest {

    @Test
    void computesTheAreaUnderTheCurve() {
        assertThat(metrics(0.1, false, 0.2, false, 0.8, true, 0.9, true).auc()).isEqualTo(1);
        assertThat(metrics(0.9, false, 0.8, false, 0.2, true, 0.1, true).auc()).isZero();
        assertThat(metrics(0.5, false, 0.5, true, 0.5, false, 0.5, true).auc()).isEqualTo(0.5);
    }

    @Test
    void comparesTheLossWithThatOfTheMean() {
        Metrics metrics = metrics(0.25, false, 0.75, true);
        assertThat(metrics.logLoss()).isCloseTo(-Math.log(0.75), within(1e-12));
        assertThat(metrics.baselineLogLoss()).isCloseTo(-Math.log(0.5), within(1e-12));
    }

    @Test
    void binsByTenths() {
        List<Prediction> predictions = IntStream.range(0, 100)
                .mapToObj(i -> prediction(i, i / 100.0, i >= 90))
                .toList();
        List<Metrics.Bin> bins = new PredictionQuality(predictions).metrics().calibration();
        assertThat(bins).hasSize(10);
        assertThat(bins.get(0)).isEqualTo(new Metrics.Bin(0.045, 0, 10));
        assertThat(bins.get(9).observed()).isEqualTo(1);
    }

    /** @param pairs prediction and outcome, alternating */
    private static Metrics metrics(Object... pairs) {
        return new PredictionQuality(IntStream.range(0, pairs.length / 2)
                        .mapToObj(i -> prediction(i, (double) pairs[2 * i], (boolean) pairs[2 * i + 1]))
                        .toList())
                .metrics();
    }

    private static Prediction prediction(int customer, double probability, boolean bought) {
        TrainingExample.Arm nothing =
                new TrainingExample.Arm(new Deal(Optional.empty(), Optional.empty()), new float[0]);
        List<TrainingExample.CreditedOrder> orders = bought
                ? List.of(new TrainingExample.CreditedOrder(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE))
                : List.of();
        TrainingExample example =
                new TrainingExample("c" + customer, Instant.EPOCH, List.of(nothing), 0, 1, orders, Map.of());
        return new Prediction(example, new double[] {probability}, new double[] {1});
    }
}
