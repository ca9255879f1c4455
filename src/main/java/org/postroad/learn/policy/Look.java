package org.postroad.learn.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look of the gate at the evidence, and what it costs. Each look that counts spends a part of the error that is allowed in
 * all: {@code alpha / (k (k + 1))} at the k-th, which add up to alpha however many follow, whatever the policies that are judged
 * and however they depend on each other (Bonferroni; "alpha spending", Lan and DeMets, Biometrika 70, 1983). A look counts when
 * the log has grown by half since the last one; in between no policy begins to act, and nothing is spent.
 *
 * @param number 1 for the first
 * @param decisions the size of the log
 */
public record Look(int number, long decisions) {

    /** The probability, over all looks together, that a policy which is no better than the rules is let act. */
    public static final double ALPHA = 0.05;

    private static final double GROWTH = 1.5;

    /** The next look, if the log has grown enough for one. */
    public static Optional<Look> after(@Nullable Look last, long decisions) {
        if (last == null) {
            return Optional.of(new Look(1, decisions));
        }
        return decisions >= GROWTH * last.decisions
                ? Optional.of(new Look(last.number + 1, decisions))
                : Optional.empty();
    }

    /** The error that this look may make. */
    public double alpha() {
        return ALPHA / ((double) number * (number + 1));
    }

    /** The size of the log at which the next look counts. */
    public long next() {
        return (long) Math.ceil(GROWTH * decisions);
    }
}
