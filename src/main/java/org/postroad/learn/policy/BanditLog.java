package org.postroad.learn.policy;

/**
 * Logged decisions with their outcomes, one entry a row in each array. The arrays are not copied: do not change them.
 *
 * @param arms the number of actions
 * @param taken the action that was chosen, in [0, arms)
 * @param rewards what followed, such as a margin in the shop's currency
 * @param propensities the probability with which the action was chosen, in (0, 1]
 * @param customers who it was about, as an index in [0, rows); rows of one customer are not independent
 */
public record BanditLog(int arms, int[] taken, double[] rewards, double[] propensities, int[] customers) {

    /** @throws IllegalArgumentException if the arrays differ in length or hold something else than said above */
    public BanditLog {
        if (taken.length != rewards.length || taken.length != propensities.length || taken.length != customers.length) {
            throw new IllegalArgumentException("Actions, rewards, propensities and customers differ in number.");
        }
        for (int row = 0; row < taken.length; row++) {
            if (taken[row] < 0 || taken[row] >= arms) {
                throw new IllegalArgumentException("Row " + row + ": there is no action " + taken[row] + ".");
            }
            if (customers[row] < 0 || customers[row] >= customers.length) {
                throw new IllegalArgumentException("Row " + row + ": " + customers[row] + " is no customer's index.");
            }
            if (!Double.isFinite(rewards[row])) {
                throw new IllegalArgumentException("Row " + row + ": the reward is " + rewards[row] + ".");
            }
            if (!(propensities[row] > 0 && propensities[row] <= 1)) {
                throw new IllegalArgumentException("Row " + row + ": the propensity is " + propensities[row] + ".");
            }
        }
    }

    /** The number of decisions. */
    public int size() {
        return taken.length;
    }

    /** The same decisions, with other outcomes. */
    public BanditLog withRewards(double[] others) {
        return new BanditLog(arms, taken, others, propensities, customers);
    }
}
