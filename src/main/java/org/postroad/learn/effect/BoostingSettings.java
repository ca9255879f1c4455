package org.postroad.learn.effect;

/**
 * How trees are boosted; XGBoost's names in brackets where they differ.
 *
 * @param objective of the loss
 * @param depth of a tree at most [max_depth]
 * @param rate the learning rate [eta], in (0, 1]
 * @param leastWeight the least sum of hessians in a leaf [min_child_weight]; with squared loss, the least number of rows
 * @param rounds at most; without validation, exactly
 * @param patience the number of rounds without a lower validation loss after which training stops; 0 for no validation
 * @param sampled the share of rows that each tree sees [subsample], in (0, 1]
 * @param seed of that sample
 */
public record BoostingSettings(
        Objective objective,
        int depth,
        double rate,
        double leastWeight,
        int rounds,
        int patience,
        double sampled,
        long seed) {

    private static final double MOST_ROWS = 0.7;

    /** The loss: of probabilities, or of amounts. */
    public enum Objective {
        LOGISTIC("binary:logistic", "logloss"),
        SQUARED("reg:squarederror", "rmse");

        final String xgboost;
        final String metric;

        Objective(String xgboost, String metric) {
            this.xgboost = xgboost;
            this.metric = metric;
        }
    }

    /** For outcomes that happen or not, such as a purchase. */
    public static BoostingSettings probabilities(long seed) {
        return new BoostingSettings(Objective.LOGISTIC, 3, 0.1, 10, 200, 15, MOST_ROWS, seed);
    }

    /** For amounts, and for effects. */
    public static BoostingSettings amounts(long seed) {
        return new BoostingSettings(Objective.SQUARED, 3, 0.1, 100, 200, 15, MOST_ROWS, seed);
    }

    /** The same with other trees. */
    public BoostingSettings withTrees(int otherDepth, double otherRate, double otherLeastWeight) {
        return new BoostingSettings(
                objective, otherDepth, otherRate, otherLeastWeight, rounds, patience, sampled, seed);
    }

    /** The same with exactly so many rounds, without validation. */
    public BoostingSettings exactly(int fixedRounds) {
        return new BoostingSettings(objective, depth, rate, leastWeight, fixedRounds, 0, sampled, seed);
    }

    /** The same without sampling. */
    public BoostingSettings onAllRows() {
        return new BoostingSettings(objective, depth, rate, leastWeight, rounds, patience, 1, seed);
    }
}
