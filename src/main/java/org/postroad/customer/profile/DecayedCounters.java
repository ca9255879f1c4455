package org.postroad.customer.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums that decay by half in each half-life, in whatever order their parts arrive.
 *
 * <p>The method is exponential forward decay (Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay: A Practical Time
 * Decay Model for Streaming Systems", ICDE 2009): an event at {@code t} is added once with the weight 2^((t - landmark) /
 * halfLife), and a sum is read as of {@code now} by dividing it by the weight of now. Nothing is updated as time passes,
 * and an event that arrives late gets its smaller weight.
 *
 * <p>The landmark is the start of an <i>epoch</i>, one half-life long, counted from 1970. When an event falls into a
 * later epoch, the landmark moves there. That divides every sum by a power of two, exactly, so that sums neither overflow
 * nor drift.
 */
final class DecayedCounters {

    /** The number of keys kept in a counter. The smallest are dropped: all decay alike, so they would stay the smallest. */
    static final int MOST_KEYS = 500;

    private static final int SPARE_KEYS = 100;

    private final long halfLifeMillis;
    private final Map<ProfileCounter, Map<String, Double>> sums;
    private long epoch;

    DecayedCounters(Duration halfLife) {
        this(halfLife.toMillis(), Long.MIN_VALUE, new EnumMap<>(ProfileCounter.class));
    }

    DecayedCounters(long halfLifeMillis, long epoch, Map<ProfileCounter, Map<String, Double>> sums) {
        this.halfLifeMillis = halfLifeMillis;
        this.epoch = epoch;
        this.sums = sums;
    }

    void add(ProfileCounter profileCounter, String key, double amount, Instant at) {
        startEpochOf(at);
        double part = amount * weight(at);
        if (part != 0) {
            Map<String, Double> keys = sums.computeIfAbsent(profileCounter, first -> new HashMap<>());
            keys.merge(key, part, Double::sum);
            if (keys.size() > MOST_KEYS + SPARE_KEYS) {
                keepLargest(keys);
            }
        }
    }

    double at(Instant now, ProfileCounter profileCounter) {
        return at(now, profileCounter, ProfileCounter.ONE);
    }

    double at(Instant now, ProfileCounter profileCounter, String key) {
        return rounded(sums.getOrDefault(profileCounter, Map.of()).getOrDefault(key, 0.0) / weightToRead(now));
    }

    Map<String, Double> allAt(Instant now, ProfileCounter profileCounter) {
        double weight = weightToRead(now);
        Map<String, Double> decayed = new HashMap<>();
        sums.getOrDefault(profileCounter, Map.of()).forEach((key, sum) -> decayed.put(key, rounded(sum / weight)));
        decayed.values().removeIf(sum -> sum == 0);
        return decayed;
    }

    /** To a billionth: three views a moment ago read as 3, not as 2.9999999999999996, and very old ones as 0. */
    private static double rounded(double sum) {
        return Math.rint(sum * 1e9) / 1e9;
    }

    /** Moves the landmark to a later epoch; an event of an earlier one gets its small weight in the current one. */
    private void startEpochOf(Instant at) {
        long other = epochOf(at);
        if (sums.isEmpty()) {
            epoch = other;
        } else if (other > epoch) {
            int halvings = -clamp(other - epoch);
            sums.values().forEach(keys -> keys.replaceAll((key, sum) -> Math.scalb(sum, halvings)));
            sums.values().forEach(keys -> keys.values().removeIf(sum -> sum == 0));
            epoch = other;
        }
    }

    private double weightToRead(Instant now) {
        return sums.isEmpty() ? 1 : weight(now);
    }

    private double weight(Instant at) {
        double withinEpoch = (double) Math.floorMod(at.toEpochMilli(), halfLifeMillis) / halfLifeMillis;
        return Math.scalb(Math.pow(2, withinEpoch), clamp(epochOf(at) - epoch));
    }

    private long epochOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), halfLifeMillis);
    }

    private static int clamp(long exponent) {
        return (int) Math.max(-5_000, Math.min(1_000, exponent));
    }

    private static void keepLargest(Map<String, Double> keys) {
        List<String> smallest = keys.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> Math.abs(entry.getValue())))
                .limit(keys.size() - MOST_KEYS)
                .map(Map.Entry::getKey)
                .toList();
        smallest.forEach(keys::remove);
    }

    /** The same sums with another half-life: equal at the start of the epoch, decaying with the new half-life from there. */
    DecayedCounters withHalfLife(Duration halfLife) {
        if (halfLife.toMillis() == halfLifeMillis || sums.isEmpty()) {
            return sums.isEmpty() ? new DecayedCounters(halfLife) : this;
        }
        Instant start = Instant.ofEpochMilli(epoch * halfLifeMillis);
        DecayedCounters changed = new DecayedCounters(halfLife);
        sums.forEach(
                (profileCounter, keys) -> keys.forEach((key, sum) -> changed.add(profileCounter, key, sum, start)));
        return changed;
    }

    long halfLifeMillis() {
        return halfLifeMillis;
    }

    long epoch() {
        return epoch;
    }

    Map<ProfileCounter, Map<String, Double>> sums() {
        return sums;
    }
}
