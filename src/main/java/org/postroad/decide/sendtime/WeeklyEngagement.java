package org.postroad.decide.sendtime;

import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.Map;

/**
 * The relative likelihood that a person reads at a minute of the week. The estimate is empirical Bayes with pseudo-counts:
 * the population's density counts as a few engagements of the person's own, so that it dominates while the person has a
 * handful of clicks, and hardly matters when there are dozens. Immutable.
 */
final class WeeklyEngagement {

    private static final LocalTime PRIOR_MODE = LocalTime.of(10, 0);
    private static final double[] PRIOR_KERNEL = TimeOfDayDensity.kernel(90);
    private static final double[] KERNEL = TimeOfDayDensity.kernel(30);

    private static final double[] NONE = new double[DayKind.MINUTES];

    /** For each kind of day: by minute of the day, with the sum 1. */
    private final Map<DayKind, double[]> densities;

    /** The share of a week's reading on each kind of day. */
    private final Map<DayKind, Double> shares;

    private WeeklyEngagement(Map<DayKind, double[]> densities, Map<DayKind, Double> shares) {
        this.densities = densities;
        this.shares = shares;
    }

    /** The fixed prior: mid-morning, the same on every day. */
    static WeeklyEngagement prior() {
        Map<Integer, Double> once = Map.of(PRIOR_MODE.get(ChronoField.MINUTE_OF_DAY), 1.0);
        double[] density = TimeOfDayDensity.of(once, minute -> true, PRIOR_KERNEL)
                .densityWithPrior(new double[DayKind.MINUTES], 0);
        return new WeeklyEngagement(
                Map.of(DayKind.WORKDAY, density, DayKind.WEEKEND, density),
                Map.of(DayKind.WORKDAY, 5 / 7.0, DayKind.WEEKEND, 2 / 7.0));
    }

    /**
     * The posterior, with this as the prior.
     *
     * @param engagement observed weight by minute of the week
     * @param strength how many engagements the prior counts as
     */
    WeeklyEngagement posterior(Map<Integer, Double> engagement, double strength) {
        TimeOfDayDensity anyDay = TimeOfDayDensity.of(engagement, minute -> true, KERNEL);
        Map<DayKind, double[]> posterior = new EnumMap<>(DayKind.class);
        Map<DayKind, Double> posteriorShares = new EnumMap<>(DayKind.class);
        densities.forEach((kind, density) -> {
            TimeOfDayDensity ofKind =
                    TimeOfDayDensity.of(engagement, minute -> DayKind.ofMinute(minute) == kind, KERNEL);
            posterior.put(kind, ofKind.densityWithPrior(anyDay.densityWithPrior(density, strength), strength));
            posteriorShares.put(kind, (ofKind.total() + strength * share(kind)) / (anyDay.total() + strength));
        });
        return new WeeklyEngagement(posterior, posteriorShares);
    }

    /**
     * The likelihood of reading in a minute, up to a constant factor.
     *
     * @param minuteOfDay in local time
     */
    double likelihoodAt(DayKind kind, int minuteOfDay) {
        return density(kind)[minuteOfDay] * share(kind) / kind.daysAWeek();
    }

    private double[] density(DayKind kind) {
        return densities.getOrDefault(kind, NONE);
    }

    private double share(DayKind kind) {
        return shares.getOrDefault(kind, 0.0);
    }
}
