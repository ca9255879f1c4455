package org.postroad.evaluate.effect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.postroad.learn.effect.ArmOutcomes;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.CrossFitting;
import org.postroad.learn.policy.BanditLog;
import org.postroad.learn.policy.Choices;
import org.postroad.learn.policy.GateEvidence;
import org.postroad.learn.policy.GateVerdict;
import org.postroad.learn.policy.Look;
import org.postroad.learn.policy.PolicyGate;

/**
 * The gated policy on Hillstrom's rows: a T-learner of purchases, times what a purchase is worth on average, cross-fitted and
 * judged against every fixed arm.
 *
 * @param settings of the trees
 * @param folds for cross-fitting
 */
record HillstromGate(BoostingSettings settings, int folds) {

    /** Judges, on these rows, the policy that chooses the arm with the highest expected spend. */
    GateVerdict judge(Hillstrom rows, Look look) {
        int[] customers = IntStream.range(0, rows.size()).toArray();
        double worth = worth(rows);
        double[][] expected = CrossFitting.byCustomer(customers, folds, 1)
                .outcomes(rows.features(), rows.taken(), rows.conversion(), Hillstrom.ARMS.size(), settings);
        for (double[] arms : expected) {
            Arrays.setAll(arms, arm -> arms[arm] * worth);
        }
        double[] valued =
                Arrays.stream(rows.conversion()).map(bought -> bought * worth).toArray();
        BanditLog log =
                new BanditLog(Hillstrom.ARMS.size(), rows.taken(), rows.spend(), rows.propensities(), customers);
        List<Choices> fixed = IntStream.range(0, Hillstrom.ARMS.size())
                .mapToObj(arm -> Choices.always(Hillstrom.ARMS.get(arm), arm, rows.size()))
                .toList();
        return new PolicyGate(new GateEvidence(log, valued, expected, rows.features()))
                .judge(Choices.best("model", expected), fixed, look);
    }

    /** The arm for each row of the test: the model's if the verdict lets it act, else the rule's. */
    int[] choose(GateVerdict verdict, Hillstrom training, Hillstrom test) {
        if (!verdict.act()) {
            return Choices.always(verdict.rule(), Hillstrom.ARMS.indexOf(verdict.rule()), test.size())
                    .chosen();
        }
        return Choices.best("model", learner(training).expected(test.features()))
                .chosen();
    }

    private ArmOutcomes learner(Hillstrom training) {
        return ArmOutcomes.fit(
                training.features(), training.taken(), training.conversion(), Hillstrom.ARMS.size(), settings);
    }

    /** The mean spend of those who bought. */
    private static double worth(Hillstrom rows) {
        double bought = Arrays.stream(rows.conversion()).sum();
        return bought == 0 ? 0 : Arrays.stream(rows.spend()).sum() / bought;
    }
}
