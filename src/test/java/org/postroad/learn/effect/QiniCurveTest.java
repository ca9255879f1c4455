package org.postroad.learn.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QiniCurveTest {

    private static final boolean[] TREATED = {true, true, false, false};
    private static final boolean[] RESPONDED = {true, false, true, false};

    @Test
    void isOneForThePerfectOrder() {
        assertThat(QiniCurve.coefficient(RESPONDED, new double[] {9, 5, 1, 5}, TREATED))
                .isEqualTo(1);
    }

    /**
     * In this order the curve is 0 (treated, silent), 1 (treated, responds), 1 (control, silent), 1 - 1 × 2/2 = 0 (control,
     * responds): area 0 + .5 + 1 + .5 = 2. The perfect curve is 1, then 1 after both silent rows, then 0: area .5 + 2 + .5 = 3.
     */
    @Test
    void isTheAreaByHand() {
        assertThat(QiniCurve.coefficient(RESPONDED, new double[] {3, 4, 1, 2}, TREATED))
                .isEqualTo(2 / 3.0, within(1e-12));
    }

    @Test
    void countsEqualScoresTogether() {
        assertThat(QiniCurve.coefficient(RESPONDED, new double[] {1, 1, 1, 1}, TREATED))
                .isZero();
    }

    @Test
    void isNearZeroForRandomScores() {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 20_000;
        boolean[] treated = new boolean[rows];
        boolean[] responded = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            treated[row] = random.nextBoolean();
            responded[row] = random.nextDouble() < (treated[row] ? 0.3 : 0.2);
            scores[row] = random.nextDouble();
        }
        assertThat(QiniCurve.coefficient(responded, scores, treated)).isCloseTo(0, within(0.02));
    }

    @Test
    void refusesRowsThatWereAllTreated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QiniCurve.coefficient(new boolean[2], new double[2], new boolean[] {true, true}));
    }
}
