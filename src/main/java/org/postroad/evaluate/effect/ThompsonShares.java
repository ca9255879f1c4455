package org.postroad.evaluate.effect;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/**
 * With which probability Bernoulli Thompson sampling shows an item at a position: rates are drawn from their Beta priors, and the
 * items with the highest are shown in that order. By Monte Carlo, as in Open Bandit Pipeline.
 */
final class ThompsonShares {

    private static final int DRAWS = 100_000;

    private ThompsonShares() {}

    /** The shares, {@code positions × items}; each position's add up to 1. */
    static double[][] of(OpenBandit.Priors priors, int positions, long seed) {
        int items = priors.alpha().length;
        SplittableRandom random = new SplittableRandom(seed);
        UniformRandomProvider source = random::nextLong;
        SharedStateContinuousSampler[] clicks = gammas(source, priors.alpha());
        SharedStateContinuousSampler[] others = gammas(source, priors.beta());
        double[][] shares = new double[positions][items];
        double[] rates = new double[items];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int item = 0; item < items; item++) {
                double gamma = clicks[item].sample();
                rates[item] = gamma / (gamma + others[item].sample());
            }
            for (int position = 0; position < positions; position++) {
                int best = best(rates);
                shares[position][best] += 1.0 / DRAWS;
                rates[best] = -1;
            }
        }
        return shares;
    }

    private static SharedStateContinuousSampler[] gammas(UniformRandomProvider source, double[] shapes) {
        return Arrays.stream(shapes)
                .mapToObj(shape -> AhrensDieterMarsagliaTsangGammaSampler.of(source, shape, 1))
                .toArray(SharedStateContinuousSampler[]::new);
    }

    private static int best(double[] rates) {
        return IntStream.range(1, rates.length).reduce(0, (best, item) -> rates[item] > rates[best] ? item : best);
    }
}
