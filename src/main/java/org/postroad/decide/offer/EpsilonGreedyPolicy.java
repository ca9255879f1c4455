package org.postroad.decide.offer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Takes the best option, except for a small share of decisions that draws by lot among all eligible ones (epsilon-greedy),
 * so that the next model sees what else would have worked.
 */
final class EpsilonGreedyPolicy {

    private final double exploration;

    /** @param exploration that share, in [0, 1] */
    EpsilonGreedyPolicy(double exploration) {
        this.exploration = exploration;
    }

    /**
     * @param eligible all that may be done, the best among them
     * @param seed the same seed draws the same lot
     */
    ChosenAction choose(List<OfferCandidate> eligible, OfferCandidate best, String bestBy, String reason, String seed) {
        double lot = lot(seed);
        if (lot >= exploration) {
            return new ChosenAction(best, propensity(best, best, eligible.size()), bestBy, reason);
        }
        OfferCandidate drawn = eligible.get((int) (lot / exploration * eligible.size()));
        String why = "Drawn by lot to learn from; otherwise it would have been %s. %s".formatted(best.action(), reason);
        return new ChosenAction(drawn, propensity(drawn, best, eligible.size()), "exploration", why);
    }

    private double propensity(OfferCandidate chosen, OfferCandidate best, int among) {
        return exploration / among + (chosen == best ? 1 - exploration : 0);
    }

    /** A number in [0, 1) that looks random and depends on nothing but the seed. */
    private static double lot(String seed) {
        UUID hash = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        return (hash.getLeastSignificantBits() >>> 11 & (1L << 51) - 1) / (double) (1L << 51);
    }
}
