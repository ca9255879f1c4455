package org.postroad.predict.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTailTest {

    @ParameterizedTest
    @ValueSource(doubles = {6e-6, .05, 1, 2.7, 40, 1e3, 1.6e5})
    void isThatOfStudentsDistribution(double degrees) {
        TDistribution expected = TDistribution.of(degrees);
        StudentTail tail = new StudentTail(degrees);

        for (double t : new double[] {-30, -2.5, -1e-7, 0, 1e-9, .01, .9, 1, 3, 12, 60}) {
            double exact = expected.survivalProbability(t);
            assertThat(tail.above(t)).as("above %s", t).isCloseTo(exact, within(1e-6 * exact));
        }
    }
}
