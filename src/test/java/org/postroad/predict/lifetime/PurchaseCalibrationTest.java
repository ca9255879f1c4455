package org.postroad.predict.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PurchaseCalibrationTest {

    @Test
    void findsHowLikelyPurchasesAre() {
        PurchaseCalibration truth = new PurchaseCalibration(.4, 1.3);
        SplittableRandom random = new SplittableRandom(5);
        double[] expected = new double[5_000];
        boolean[] bought = new boolean[expected.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.exp(4 * random.nextDouble() - 3);
            bought[i] = random.nextDouble() < truth.probability(expected[i]);
        }
        PurchaseCalibration found = PurchaseCalibration.fit(expected, bought);
        assertThat(found.intercept()).isCloseTo(.4, within(.1));
        assertThat(found.slope()).isCloseTo(1.3, within(.1));
    }

    @Test
    void staysAProbability() {
        PurchaseCalibration calibration = PurchaseCalibration.fit(new double[] {.5, 1}, new boolean[] {true, true});
        assertThat(calibration.probability(0)).isZero();
        assertThat(calibration.probability(1e-300)).isBetween(0.0, 1e-9);
        assertThat(calibration.probability(1e300)).isBetween(.99, 1.0);
    }

    @Test
    void isWhatTheBeginningSaysIfThereIsNothingToLearnFrom() {
        assertThat(PurchaseCalibration.fit(new double[0], new boolean[0]).probability(1))
                .isCloseTo(.5, within(1e-3));
    }
}
