package org.postroad.customer.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums that fade by half in each half-life, whatever the order in which their parts arrive.
 *
 * <p>Forward decay (Cormode, Shkapenyuk, Srivastava and Xu, ICDE 2009): what happened at {@code t} is added once with
 * the weight 2^((t - landmark) / halfLife), and a sum is read as of {@code now} by dividing by the weight of now. Nothing
 * has to be touched as time passes, and an event that comes late simply gets its smaller weight.
 *
 * <p>The landmark is the start of an <i>epoch</i>, one half-life long, counted from 1970. When an event falls into a
 * later epoch, the landmark follows it, which divides every sum by a power of two: exactly, without rounding. So numbers
 * neither overflow nor drift.
 */
final class DecayedCounters {

    /** Of each kind so many keys are kept; beyond, the weakest go, which all fade alike and so stay the weakest. */
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
            Map<String, Double> ofCounter = sums.computeIfAbsent(profileCounter, first -> new HashMap<>());
            ofCounter.merge(key, part, Double::sum);
            if (ofCounter.size() > MOST_KEYS + SPARE_KEYS) {
                keepStrongest(ofCounter);
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
        Map<String, Double> faded = new HashMap<>();
        sums.getOrDefault(profileCounter, Map.of()).forEach((key, sum) -> faded.put(key, rounded(sum / weight)));
        faded.values().removeIf(sum -> sum == 0);
        return faded;
    }

    /** To a billionth, so that three views a moment ago are three, and neither 2.9999999999999996 nor a trace of 2010. */
    private static double rounded(double sum) {
        return Math.rint(sum * 1e9) / 1e9;
    }

    /** Later epochs only; an event of an earlier one gets its small weight in the present one. */
    private void startEpochOf(Instant at) {
        long later = epochOf(at);
        if (sums.isEmpty()) {
            epoch = later;
        } else if (later > epoch) {
            int halvings = -clamp(later - epoch);
            sums.values().forEach(keys -> keys.replaceAll((key, sum) -> Math.scalb(sum, halvings)));
            sums.values().forEach(keys -> keys.values().removeIf(sum -> sum == 0));
            epoch = later;
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

    private static void keepStrongest(Map<String, Double> keys) {
        List<String> weakest = keys.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> Math.abs(entry.getValue())))
                .limit(keys.size() - MOST_KEYS)
                .map(Map.Entry::getKey)
                .toList();
        weakest.forEach(keys::remove);
    }

    /** The same sums with another half-life: equal when read at the start of the epoch, fading at the new pace from there. */
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
