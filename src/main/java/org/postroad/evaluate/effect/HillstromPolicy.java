package org.postroad.evaluate.effect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.learn.effect.ArmOutcomes;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.policy.BanditLog;
import org.postroad.learn.policy.Choices;
import org.postroad.learn.policy.GateVerdict;
import org.postroad.learn.policy.Look;
import org.postroad.learn.policy.OffPolicyEstimators;
import org.postroad.learn.policy.TargetPolicy;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What the gated policy earns with three arms, beside fixed arms and T-learners that nobody gated. */
@Component
@Conditional(RehearsalMode.class)
class HillstromPolicy implements Evaluation {

    private static final int SPLITS = 20;
    private static final int FOLDS = 5;
    private static final long FIRST_SEED = 1;
    private static final double LEAST_RATIO = 1.05;
    private static final HillstromGate GATE =
            new HillstromGate(BoostingSettings.probabilities(1).withTrees(2, 0.1, 10), FOLDS);

    @Override
    public String id() {
        return "hillstrom-policy";
    }

    @Override
    public Finding run(EvaluationData data) {
        Hillstrom all = Hillstrom.read(data);
        RunValues spend = new RunValues();
        for (int split = 0; split < SPLITS; split++) {
            spend.addAll(spend(HillstromSplit.of(all, FIRST_SEED + split)));
        }
        String best = Hillstrom.ARMS.stream()
                .max(Comparator.comparingDouble(spend::mean))
                .orElseThrow();
        double[] difference = IntStream.range(0, SPLITS)
                .mapToDouble(split -> spend.of("gated")[split] - spend.of(best)[split])
                .toArray();
        double standardError = standardError(difference);
        double ratio = spend.mean("gated") / spend.mean("ungated T-learner");
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("spend per head", spend.mean("gated"));
        figure.put("less the best fixed arm", RunValues.mean(difference));
        figure.put("standard error of that", standardError);
        figure.put("times the ungated T-learner", ratio);
        figure.put("share of splits in which the model acts", spend.mean("acts"));
        return new Finding(
                "Spend per head of the gated policy (cross-fitted; the best fixed arm where the model may not act), of fixed"
                        + " arms, of a rule, and of T-learners that nobody gated. The standard error is that of the paired"
                        + " difference, corrected for the overlap of the splits (Nadeau and Bengio 2003)",
                "%s: %,d customers, three arms, mean of %d random splits, 70 %% to learn from; valued on the rest by its lots"
                        .formatted(Hillstrom.FILE, all.size(), SPLITS),
                figure,
                Map.of("everyone mens", 1.461, "rule", 1.453, "ungated T-learner", 1.316),
                spend.meansWithout("gated", "acts"),
                "not below the best fixed arm by more than one standard error of the paired difference, and 1.05 times the"
                        + " ungated T-learner",
                RunValues.mean(difference) >= -standardError && ratio >= LEAST_RATIO);
    }

    private static Map<String, Double> spend(HillstromSplit split) {
        Hillstrom training = split.training();
        Hillstrom test = split.test();
        Map<String, Double> spend = new LinkedHashMap<>();
        GateVerdict verdict = GATE.judge(training, new Look(1, training.size()));
        spend.put("gated", spend(test, GATE.choose(verdict, training, test)));
        spend.put("acts", verdict.act() ? 1.0 : 0.0);
        for (int arm = 0; arm < Hillstrom.ARMS.size(); arm++) {
            String name = Hillstrom.ARMS.get(arm);
            spend.put(name, spend(test, Choices.always(name, arm, test.size()).chosen()));
        }
        spend.put("bought only women's: women's, else men's", spend(test, byPurchases(test)));
        spend.put(
                "ungated T-learner",
                spend(test, ungated(training, training.spend(), BoostingSettings.amounts(1), test)));
        spend.put(
                "ungated T-learner of visits", spend(test, ungated(training, training.visit(), GATE.settings(), test)));
        spend.put(
                "ungated T-learner of purchases",
                spend(test, ungated(training, training.conversion(), GATE.settings(), test)));
        return spend;
    }

    private static int[] ungated(Hillstrom training, double[] outcome, BoostingSettings settings, Hillstrom test) {
        ArmOutcomes learner =
                ArmOutcomes.fit(training.features(), training.taken(), outcome, Hillstrom.ARMS.size(), settings);
        return Choices.best("T-learner", learner.expected(test.features())).chosen();
    }

    private static int[] byPurchases(Hillstrom test) {
        return IntStream.range(0, test.size())
                .mapToObj(row -> test.features().row(row))
                .mapToInt(row -> row[Hillstrom.BOUGHT_WOMENS] > 0 && row[Hillstrom.BOUGHT_MENS] == 0
                        ? Hillstrom.WOMENS
                        : Hillstrom.MENS)
                .toArray();
    }

    /** The mean spend of those who by lot got what the policy chooses. */
    private static double spend(Hillstrom test, int[] chosen) {
        BanditLog log = new BanditLog(
                Hillstrom.ARMS.size(),
                test.taken(),
                test.spend(),
                test.propensities(),
                IntStream.range(0, test.size()).toArray());
        return new OffPolicyEstimators(log).snips(TargetPolicy.of(chosen)).value();
    }

    /**
     * Of a mean over random splits, which share most of their customers (Nadeau and Bengio, "Inference for the Generalization
     * Error", Machine Learning 52, 2003): the splits' variance times 1/splits + test/training.
     */
    private static double standardError(double[] values) {
        double mean = RunValues.mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double overlap = (1 - HillstromSplit.TRAINING_SHARE) / HillstromSplit.TRAINING_SHARE;
        return Math.sqrt(squares / (values.length - 1) * (1.0 / values.length + overlap));
    }
}
