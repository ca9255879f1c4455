package org.postroad.evaluate.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.evaluate.MissingData;

class EffectEvaluationsTest {

    private static final Path REAL = Path.of("../shared/data");

    @Test
    void estimatesOnOpenBanditAsAStraightforwardRecomputationDoes() {
        Finding finding = new OpeOpenBandit().run(real("open-bandit/prior_bts.yaml"));
        assertThat(finding.holds()).as(finding.figure().toString()).isTrue();
        assertThat(finding.figure().get("IPS from")).isLessThan(finding.figure().get("IPS"));
    }

    @Test
    void readsHillstromsTest() {
        Hillstrom rows = Hillstrom.read(real(Hillstrom.FILE));
        assertThat(rows.shares()).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(0.01));
        assertThat(rows.features().columns()).isEqualTo(7);
        HillstromSplit split = HillstromSplit.of(rows, 1);
        assertThat(split.training().size() + split.test().size()).isEqualTo(rows.size());
        assertThat(split.test().size()).isEqualTo(Math.round(0.3 * rows.size()));
    }

    @Test
    void ranksFirstWhatThompsonSamplingExpectsMost() {
        double[][] shares =
                ThompsonShares.of(new OpenBandit.Priors(new double[] {50, 10, 1}, new double[] {50, 90, 99}), 2, 1);
        assertThat(shares[0][0]).isGreaterThan(0.99);
        assertThat(shares[1][1]).isGreaterThan(0.98);
        assertThat(Arrays.stream(shares[1]).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void isSkippedWithoutData(@TempDir Path empty) {
        assertThatExceptionOfType(MissingData.class)
                .isThrownBy(() -> new HillstromQini().run(new EvaluationData(empty)));
    }

    private static EvaluationData real(String file) {
        Assumptions.assumeTrue(Files.exists(REAL.resolve(file)), "There is no " + REAL.resolve(file) + ".");
        return new EvaluationData(REAL);
    }
}
