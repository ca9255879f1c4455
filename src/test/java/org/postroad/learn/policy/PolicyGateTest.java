package org.postroad.learn.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.decide.tree.NativeXgboost;
import org.postroad.learn.effect.FeatureMatrix;

/**
 * Two kinds of customers, by the sign of the feature: arm 1 earns 2 from the one and loses 2 with the other. Arm 2 was never
 * logged.
 */
class PolicyGateTest {

    private static final int ROWS = 2_000;
    private static final Look FIRST = new Look(1, ROWS);

    private final SplittableRandom random = new SplittableRandom(6);
    private final float[] kind = new float[ROWS];
    private final int[] taken = new int[ROWS];
    private final double[] rewards = new double[ROWS];
    private final double[][] expected = new double[ROWS][];
    private final double[] half = new double[ROWS];

    @BeforeEach
    void drawALog() {
        NativeXgboost.require();
        Arrays.fill(half, 0.5);
        for (int row = 0; row < ROWS; row++) {
            kind[row] = random.nextBoolean() ? 1 : -1;
            taken[row] = random.nextInt(2);
            rewards[row] = 1 + taken[row] * 2 * kind[row] + 3 * random.nextGaussian();
            expected[row] = new double[] {1, 1 + 2 * kind[row], 100};
        }
    }

    @Test
    void letsAPolicyActThatKnowsTheCustomers() {
        GateVerdict verdict = judge(chosen(row -> kind[row] > 0 ? 1 : 0), FIRST);
        assertThat(verdict.act()).as(verdict.reason()).isTrue();
        assertThat(verdict.lowerBound()).isPositive().isLessThan(verdict.gain().value());
        assertThat(verdict.reason())
                .startsWith("The model acts: over 2,000 decisions for 2,000 customers")
                .contains("97.50 % confidence (look 1 at growing data)", "from 3,000 decisions");
    }

    @Test
    void doesNotLetAPolicyActThatGuesses() {
        GateVerdict verdict = judge(chosen(row -> random.nextInt(2)), FIRST);
        assertThat(verdict.act()).as(verdict.reason()).isFalse();
        assertThat(verdict.reason()).startsWith("The model only watches");
    }

    @Test
    void doesNotLetAPolicyActThatIsARule() {
        GateVerdict verdict = judge(chosen(row -> 1), FIRST);
        assertThat(verdict.act()).isFalse();
        assertThat(verdict.lowerBound()).isLessThanOrEqualTo(0);
    }

    /** The model believes that arm 2 earns 100. */
    @Test
    void neverClaimsWhatWasNeverTried() {
        GateVerdict verdict = judge(Choices.best("model", expected), FIRST);
        assertThat(verdict.act()).isFalse();
        assertThat(verdict.unsupported()).isEqualTo(1);
        assertThat(verdict.chosen()).doesNotContain(2);
        assertThat(verdict.rules()).extracting(GateVerdict.RuleValue::name).doesNotContain("always 2");
        assertThat(verdict.reason()).contains("in 100.0 % it would choose what was hardly ever tried");
    }

    @Test
    void claimsAnActionOnlyWhereItWasTried() {
        for (int row = 0; row < ROWS; row++) {
            taken[row] = kind[row] > 0 ? taken[row] : 0;
            half[row] = kind[row] > 0 ? 0.5 : 1;
        }
        GateVerdict verdict = judge(chosen(row -> 1), FIRST);
        assertThat(IntStream.range(0, ROWS).filter(row -> kind[row] < 0).map(row -> verdict.chosen()[row]))
                .containsOnly(0);
        assertThat(IntStream.range(0, ROWS).filter(row -> kind[row] > 0).map(row -> verdict.chosen()[row]))
                .containsOnly(1);
    }

    @Test
    void asksForMoreAtEachLook() {
        Choices policy = chosen(row -> kind[row] > 0 ? 1 : 0);
        assertThat(judge(policy, new Look(20, ROWS)).lowerBound())
                .isLessThan(judge(policy, FIRST).lowerBound());
    }

    @Test
    void doesNotActIfNoRuleWasTried() {
        List<Choices> untried = List.of(Choices.always("always 2", 2, ROWS));
        GateVerdict verdict = gate().judge(chosen(row -> kind[row] > 0 ? 1 : 0), untried, FIRST);
        assertThat(verdict.act()).isFalse();
        assertThat(verdict.rules()).isEmpty();
    }

    private GateVerdict judge(Choices policy, Look look) {
        List<Choices> rules = IntStream.range(0, 3)
                .mapToObj(arm -> Choices.always("always " + arm, arm, ROWS))
                .toList();
        return gate().judge(policy, rules, look);
    }

    private PolicyGate gate() {
        BanditLog log =
                new BanditLog(3, taken, rewards, half, IntStream.range(0, ROWS).toArray());
        return new PolicyGate(GateEvidence.of(log, expected, new FeatureMatrix(kind, 1)));
    }

    private static Choices chosen(IntUnaryOperator policy) {
        return new Choices("model", IntStream.range(0, ROWS).map(policy).toArray());
    }
}
