package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    /** R: {@code t.test(c(1, 2, 3, 4) + c(1, 0, 2, 1), c(1, 2, 3, 4), paired = TRUE)}. */
    @Test
    void isStudentsIntervalOfTheDifferences() {
        PairedDifference difference =
                PairedDifference.of("mails", new double[] {1, 2, 3, 4}, new double[] {2, 2, 5, 5});
        assertThat(difference.difference()).isEqualTo(1);
        assertThat(difference.low()).isCloseTo(-0.2992, within(1e-4));
        assertThat(difference.high()).isCloseTo(2.2992, within(1e-4));
        assertThat(difference.affected()).isEqualTo(3);
        assertThat(difference.includesZero()).isTrue();
    }

    @Test
    void showsNoDifferenceWhereThereIsNone() {
        double[] same = {3, 1, 2};
        PairedDifference difference = PairedDifference.of("mails", same, same);
        assertThat(difference.low()).isZero();
        assertThat(difference.high()).isZero();
        assertThat(difference.affected()).isZero();
    }

    @Test
    void comparesCustomerByCustomer() {
        CustomerOutcome bought = new CustomerOutcome(20, 1, 2, 0);
        VariantComparison comparison = VariantComparison.of(
                "b.bpmn", Map.of("ada", CustomerOutcome.NOTHING, "ben", bought), Map.of("ben", bought, "cyd", bought));
        assertThat(comparison.customers()).isEqualTo(3);
        assertThat(comparison.rows()).extracting(PairedDifference::affected).isEqualTo(List.of(1L, 1L, 1L, 0L));
        assertThat(comparison.rows().get(0).difference()).isCloseTo(20.0 / 3, within(1e-9));
    }
}
