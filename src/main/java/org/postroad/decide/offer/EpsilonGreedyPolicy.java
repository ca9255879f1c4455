package org.postroad.decide.offer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The epsilon-greedy policy (Sutton and Barto, "Reinforcement Learning", 2nd ed., 2.2): it chooses the best candidate,
 * except for a share epsilon of decisions, in which it chooses uniformly among all eligible ones, the best included. So the
 * log has support for every action, and the next model can learn from it.
 */
final class EpsilonGreedyPolicy {

    private final double exploration;

    /** @param exploration epsilon, in [0, 1] */
    EpsilonGreedyPolicy(double exploration) {
        this.exploration = exploration;
    }

    /**
     * @param eligible all eligible candidates, the best included
     * @param seed decides whether and what to explore: the same seed gives the same choice
     */
    ChosenAction choose(List<OfferCandidate> eligible, OfferCandidate best, String bestBy, String reason, String seed) {
        double random = random(seed);
        if (random >= exploration) {
            return new ChosenAction(best, propensity(best, best, eligible.size()), bestBy, reason);
        }
        OfferCandidate explored = eligible.get((int) (random / exploration * eligible.size()));
        String why = "Drawn by lot to learn from; otherwise it would have been %s. %s".formatted(best.action(), reason);
        return new ChosenAction(explored, propensity(explored, best, eligible.size()), "exploration", why);
    }

    private double propensity(OfferCandidate chosen, OfferCandidate best, int among) {
        return exploration / among + (chosen == best ? 1 - exploration : 0);
    }

    /** Uniform over [0, 1), from the MD5 hash of the seed alone. */
    private static double random(String seed) {
        UUID hash = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        return (hash.getLeastSignificantBits() >>> 11 & (1L << 51) - 1) / (double) (1L << 51);
    }
}
