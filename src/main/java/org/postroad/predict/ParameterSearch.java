package org.postroad.predict;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the parameters at which a smooth function of a few unbounded parameters is greatest: Nelder and Mead's simplex,
 * restarted from where it ended until that no longer helps (a simplex can collapse early). Deterministic.
 */
public final class ParameterSearch {

    private static final int EVALUATIONS = 20_000;
    private static final int RESTARTS = 5;
    private static final double STEP = .5;

    private ParameterSearch() {}

    /**
     * Where the objective is greatest.
     *
     * @param objective such as a log-likelihood; where it is not a finite number, it counts as very unlikely
     * @param start where to begin
     * @param tolerance of the objective, absolute: an improvement below it is none
     */
    public static double[] maximise(ToDoubleFunction<double[]> objective, double[] start, double tolerance) {
        PointValuePair best = search(objective, start, STEP, tolerance);
        for (int restart = 1; restart <= RESTARTS; restart++) {
            PointValuePair next = search(objective, best.getPoint(), STEP / (restart + 1), tolerance);
            boolean settled = next.getValue() - best.getValue() <= 10 * tolerance;
            best = next.getValue() > best.getValue() ? next : best;
            if (settled) {
                break;
            }
        }
        return best.getPoint();
    }

    private static PointValuePair search(
            ToDoubleFunction<double[]> objective, double[] start, double step, double tolerance) {
        double[] steps = new double[start.length];
        Arrays.fill(steps, step);
        return new SimplexOptimizer(new SimpleValueChecker(-1, tolerance))
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MAXIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(steps),
                        new ObjectiveFunction(point -> finite(objective.applyAsDouble(point))));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : -1e300;
    }
}
