package org.postroad.learn.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Four decisions for three customers, small enough to compute by hand. The policy always chooses arm 1. */
class OffPolicyEstimatorsTest {

    private static final BanditLog LOG = new BanditLog(
            2, new int[] {1, 0, 1, 0}, new double[] {3, 7, 1, 2}, new double[] {0.5, 0.5, 0.25, 0.75}, new int[] {
                0, 0, 1, 2
            });
    private static final TargetPolicy ALWAYS = TargetPolicy.of(new int[] {1, 1, 1, 1});
    private static final double[][] EXPECTED = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};

    private final OffPolicyEstimators estimators = new OffPolicyEstimators(LOG);

    /** Terms 6, 0, 4, 0: mean 2.5; residuals by customer (3.5 - 2.5), 1.5, -2.5; error sqrt(9.5 × 3/2) / 4. */
    @Test
    void weightsRewardsByInversePropensities() {
        Estimate ips = estimators.ips(ALWAYS);
        assertThat(ips.value()).isEqualTo(2.5);
        assertThat(ips.standardError()).isCloseTo(Math.sqrt(9.5 * 1.5) / 4, within(1e-12));
        assertThat(ips.customers()).isEqualTo(3);
    }

    /** Weights 2 and 4: (6 + 4) / 6. */
    @Test
    void normalisesByTheWeights() {
        assertThat(estimators.snips(ALWAYS).value()).isCloseTo(10.0 / 6, within(1e-12));
    }

    /** 2 + 2 × 1, 2, 2 + 4 × -1, 2: mean 1.5. */
    @Test
    void correctsPredictionsByWhatTheyMissed() {
        assertThat(estimators.dr(ALWAYS, EXPECTED).value()).isCloseTo(1.5, within(1e-12));
        assertThat(estimators.dr(ALWAYS, new double[4][2])).isEqualTo(estimators.ips(ALWAYS));
    }

    @Test
    void findsNoGainOverItself() {
        Estimate gain = estimators.gain(ALWAYS, ALWAYS, EXPECTED);
        assertThat(gain.value()).isZero();
        assertThat(gain.lowerBound(0.05)).isZero();
    }

    /** The 97.5 % quantile of Student's t with 2 degrees of freedom is 4.3027. */
    @Test
    void boundsByStudentsT() {
        Estimate estimate = new Estimate(1, 0.5, 3);
        assertThat(estimate.lowerBound(0.025)).isCloseTo(1 - 4.3027 * 0.5, within(1e-3));
        assertThat(estimate.covers(3.1, 0.95)).isTrue();
        assertThat(estimate.covers(3.2, 0.95)).isFalse();
    }

    @Test
    void knowsNothingFromOneCustomerOrWithoutWeights() {
        BanditLog one = new BanditLog(2, new int[] {1, 1}, new double[] {1, 2}, new double[] {1, 1}, new int[] {0, 0});
        assertThat(new OffPolicyEstimators(one)
                        .ips(TargetPolicy.of(new int[] {1, 1}))
                        .lowerBound(0.05))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new OffPolicyEstimators(one)
                        .snips(TargetPolicy.of(new int[] {0, 0}))
                        .lowerBound(0.05))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        BanditLog empty = new BanditLog(2, new int[0], new double[0], new double[0], new int[0]);
        assertThat(new OffPolicyEstimators(empty).ips(ALWAYS).upperBound(0.05)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesALogThatIsNone() {
        int[] zero = {0};
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BanditLog(2, zero, one, new double[] {0}, zero))
                .withMessageContaining("propensity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BanditLog(2, zero, new double[] {Double.NaN}, one, zero))
                .withMessageContaining("reward");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BanditLog(2, new int[] {2}, one, one, zero))
                .withMessageContaining("no action");
        assertThatIllegalArgumentException().isThrownBy(() -> new BanditLog(2, zero, one, one, new int[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new BanditLog(2, zero, one, one, new int[0]));
    }
}
