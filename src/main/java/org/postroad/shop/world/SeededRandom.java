package org.postroad.shop.world;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same keys, so that the same people do the same things again. */
public final class SeededRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private SeededRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice for one question: who, when, about what. */
    static SeededRandom of(long seed, long... keys) {
        long mixed = mix(seed + GOLDEN);
        for (long key : keys) {
            mixed = mix(mixed ^ mix(key + GOLDEN));
        }
        return new SeededRandom(mixed);
    }

    /** A seed for dice of their own. */
    long seed() {
        return random.nextLong();
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    public double gaussian(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** How often something happens that happens {@code mean} times on average. */
    public int poisson(double mean) {
        double limit = Math.exp(-mean);
        int times = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            times++;
        }
        return times;
    }

    public <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** One of the keys, with a probability proportional to its weight. */
    public <T> T weighted(Map<T, Double> weights) {
        double left = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        T last = null;
        for (Map.Entry<T, Double> each : weights.entrySet()) {
            last = each.getKey();
            left -= each.getValue();
            if (left < 0) {
                break;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("Nothing to choose from.");
        }
        return last;
    }

    /** The finalizer of splitmix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
