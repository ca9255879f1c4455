package org.postroad.evaluate.effect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.learn.effect.ArmOutcomes;
import org.postroad.learn.effect.BoostedTrees;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.CrossFitting;
import org.postroad.learn.effect.DoublyRobustLearner;
import org.postroad.learn.effect.Predictor;
import org.postroad.learn.effect.QiniCurve;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** How well the effect of the women's e-mail on visits is ranked. */
@Component
@Conditional(RehearsalMode.class)
class HillstromQini implements Evaluation {

    private static final int SPLITS = 20;
    private static final int FOLDS = 3;
    private static final long FIRST_SEED = 1;
    private static final double LEAST = 0.055;
    private static final double LEAST_ABOVE_RESPONSE = 0.03;

    @Override
    public String id() {
        return "hillstrom-qini";
    }

    @Override
    public Finding run(EvaluationData data) {
        Hillstrom test = Hillstrom.read(data).between(Hillstrom.NONE, Hillstrom.WOMENS);
        RunValues found = new RunValues();
        for (int split = 0; split < SPLITS; split++) {
            found.addAll(coefficients(HillstromSplit.of(test, FIRST_SEED + split), Hillstrom.WOMENS));
        }
        double effects = found.mean("doubly robust");
        double aboveResponse = effects - found.mean("plain response");
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("Qini AUC", effects);
        figure.put("above plain response", aboveResponse);
        figure.put("T-learner", found.mean("T-learner"));
        return new Finding(
                "How well the effect of the women's e-mail on visits is ranked (Qini AUC as in scikit-uplift), by the doubly"
                        + " robust learner; beside it a response model that ignores who got the e-mail, one of those who got it,"
                        + " and the one rule 'has bought women's goods'",
                "%s, women's against no e-mail: %,d customers, mean of %d random splits, 70 %% to learn from"
                        .formatted(Hillstrom.FILE, test.size(), SPLITS),
                figure,
                Map.of(
                        "T-learner",
                        0.0593,
                        "doubly robust",
                        0.0594,
                        "plain response",
                        0.0161,
                        "bought women's",
                        0.0578),
                found.meansWithout("doubly robust", "T-learner"),
                "at least .055, and .03 above the plain response model",
                effects >= LEAST && aboveResponse >= LEAST_ABOVE_RESPONSE);
    }

    /** The coefficients of all models on the split's test rows, by name. */
    static Map<String, Double> coefficients(HillstromSplit split, int arm) {
        return coefficients(split, arm, NUISANCES, EFFECTS);
    }

    /** Of the outcome models and of the effect model; found by {@code HillstromTuningTest} on the men's e-mail. */
    static final BoostingSettings NUISANCES = BoostingSettings.probabilities(1).withTrees(2, 0.1, 10);

    static final BoostingSettings EFFECTS = BoostingSettings.amounts(1).withTrees(3, 0.05, 200);

    static Map<String, Double> coefficients(
            HillstromSplit split, int arm, BoostingSettings nuisances, BoostingSettings effects) {
        Hillstrom training = split.training();
        int[] taken =
                Arrays.stream(training.taken()).map(each -> each == arm ? 1 : 0).toArray();
        CrossFitting folds =
                CrossFitting.byCustomer(IntStream.range(0, training.size()).toArray(), FOLDS, 1);
        double[][] expected = folds.outcomes(training.features(), taken, training.visit(), 2, nuisances);
        DoublyRobustLearner robust = DoublyRobustLearner.fit(
                training.features(), taken, training.visit(), training.propensities(), expected, folds, effects);
        ArmOutcomes arms = ArmOutcomes.fit(training.features(), taken, training.visit(), 2, nuisances);
        Predictor response = new BoostedTrees(nuisances).fit(training.features(), training.visit());
        Map<String, Predictor> models = new LinkedHashMap<>();
        models.put("doubly robust", row -> robust.effect(row, 1));
        models.put("T-learner", row -> arms.effect(row, 1));
        models.put("plain response", response);
        models.put("response to the e-mail", arms.arms().get(1));
        models.put("bought women's", row -> row[Hillstrom.BOUGHT_WOMENS]);
        Map<String, Double> coefficients = new LinkedHashMap<>();
        models.forEach((name, model) -> coefficients.put(name, coefficient(model, split.test(), arm)));
        return coefficients;
    }

    private static double coefficient(Predictor model, Hillstrom test, int arm) {
        boolean[] visited = new boolean[test.size()];
        boolean[] treated = new boolean[test.size()];
        for (int row = 0; row < visited.length; row++) {
            visited[row] = test.visit()[row] > 0;
            treated[row] = test.taken()[row] == arm;
        }
        return QiniCurve.coefficient(visited, model.predict(test.features()), treated);
    }
}
