package org.postroad.learn.policy;

import java.util.Arrays;

/**
 * What a policy would have chosen.
 *
 * @param name of the policy
 * @param chosen the arm in each row of the log
 */
public record Choices(String name, int[] chosen) {

    /** A policy that chooses one arm for everybody. */
    public static Choices always(String name, int arm, int rows) {
        int[] chosen = new int[rows];
        Arrays.fill(chosen, arm);
        return new Choices(name, chosen);
    }

    /** The arm with the highest value in each row; the first of equal ones. */
    public static Choices best(String name, double[][] values) {
        return new Choices(name, Arrays.stream(values).mapToInt(Choices::best).toArray());
    }

    /** The index of the highest value; the first of equal ones. */
    public static int best(double[] values) {
        int best = 0;
        for (int arm = 1; arm < values.length; arm++) {
            best = values[arm] > values[best] ? arm : best;
        }
        return best;
    }
}
