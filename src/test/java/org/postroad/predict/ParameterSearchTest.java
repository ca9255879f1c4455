package org.postroad.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ParameterSearchTest {

    /** Rosenbrock's valley, upside down, with its top at (1, 1). */
    @Test
    void findsTheTopOfACurvedRidge() {
        double[] top = ParameterSearch.maximise(
                at -> -Math.pow(1 - at[0], 2) - 100 * Math.pow(at[1] - at[0] * at[0], 2), new double[] {-3, 4}, 1e-12);
        assertThat(top[0]).isCloseTo(1, within(1e-4));
        assertThat(top[1]).isCloseTo(1, within(1e-4));
    }

    @Test
    void avoidsWhereTheObjectiveIsNoNumber() {
        double[] top = ParameterSearch.maximise(
                at -> at[0] < 0 ? Double.NaN : -Math.pow(at[0] - .1, 2), new double[] {2}, 1e-12);
        assertThat(top[0]).isCloseTo(.1, within(1e-4));
    }

    @Test
    void followsThePriorWhereThereIsNothingElse() {
        NormalPrior prior = new NormalPrior(new double[] {3, 0}, new double[] {1, Double.POSITIVE_INFINITY});
        double[] top = ParameterSearch.maximise(at -> prior.logDensity(at) - at[1] * at[1], new double[] {0, 1}, 1e-12);
        assertThat(top).contains(new double[] {3, 0}, within(1e-4));
        assertThat(NormalPrior.NONE.logDensity(top)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalPrior(new double[1], new double[] {Double.NaN}));
    }

    @Test
    void addsWhatIsKnownByLogarithms() {
        double none = Double.NEGATIVE_INFINITY;
        assertThat(LogSum.of(Math.log(2), Math.log(3))).isCloseTo(Math.log(5), within(1e-12));
        assertThat(LogSum.of(-2_000, -2_000)).isCloseTo(Math.log(2) - 2_000, within(1e-9));
        assertThat(LogSum.of(none, 4)).isEqualTo(4);
        assertThat(LogSum.of(none, none)).isEqualTo(none);
        assertThat(LogSum.of(new double[] {none, -1_000, -1_000})).isCloseTo(Math.log(2) - 1_000, within(1e-9));
        assertThat(LogSum.of(new double[] {none})).isEqualTo(none);
    }
}
