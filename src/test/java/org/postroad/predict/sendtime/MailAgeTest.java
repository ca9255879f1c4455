package org.postroad.predict.sendtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailAgeTest {

    @Test
    void sumsTheRatesAheadSlotBySlot() {
        double[] rates = new Random(1).doubles(WeekSlots.A_WEEK).toArray();
        MailAge age = MailAge.typical();
        double[] sums = age.sumAhead(rates);
        for (int slot : new int[] {0, 300, WeekSlots.A_WEEK - 1}) {
            double plain = 0;
            for (int waited = 0; waited < MailAge.SLOTS; waited++) {
                plain += age.at(waited) * rates[(slot + waited) % WeekSlots.A_WEEK];
            }
            assertThat(sums[slot]).isCloseTo(plain, within(1e-9));
        }
    }

    @Test
    void neverGrows() {
        double[] expected = new double[MailAge.STRETCHES];
        Arrays.fill(expected, 10);
        double[] responses = {5, 8, 8, 4, 6, 2, 2, 3, 1};

        MailAge fading = MailAge.fading(responses, expected);

        double[] hazards = new double[MailAge.STRETCHES];
        Arrays.setAll(hazards, fading::ofStretch);
        assertThat(hazards)
                .containsExactly(
                        new double[] {0.7, 0.7, 0.7, 0.5, 0.5, 7 / 30.0, 7 / 30.0, 7 / 30.0, 0.1}, within(1e-12));
    }
}
