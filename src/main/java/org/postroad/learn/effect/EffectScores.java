package org.postroad.learn.effect;

/**
 * Doubly robust scores of effects: unbiased and noisy, one a row. Their mean is the average effect, their regression on
 * features the effect by features (Kennedy, "Towards optimal doubly robust estimation of heterogeneous causal effects",
 * Electronic Journal of Statistics 17, 2023, section 3).
 */
public final class EffectScores {

    private EffectScores() {}

    /**
     * The scores of an arm against the control, arm 0.
     *
     * @param expected the outcomes that were predicted without the row's customer, {@code rows × arms}
     * @param propensities the probability with which the arm that was taken was chosen, in (0, 1]
     */
    public static double[] of(int arm, double[][] expected, int[] taken, double[] outcomes, double[] propensities) {
        double[] scores = new double[taken.length];
        for (int row = 0; row < scores.length; row++) {
            double surprise = (outcomes[row] - expected[row][taken[row]]) / propensities[row];
            double sign = taken[row] == arm ? 1 : taken[row] == 0 ? -1 : 0;
            scores[row] = expected[row][arm] - expected[row][0] + sign * surprise;
        }
        return scores;
    }
}
