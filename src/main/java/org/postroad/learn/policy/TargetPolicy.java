package org.postroad.learn.policy;

/** The policy that is to be valued: with which probability it would have chosen an arm in a row of the log. */
@FunctionalInterface
public interface TargetPolicy {

    /** The probability, in [0, 1]; over all arms they add up to 1. */
    double probability(int row, int arm);

    /** A policy that chooses one arm in each row. */
    static TargetPolicy of(int[] chosen) {
        return (row, arm) -> chosen[row] == arm ? 1 : 0;
    }
}
