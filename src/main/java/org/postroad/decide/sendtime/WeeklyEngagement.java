package org.postroad.decide.sendtime;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.Map;

/**
 * How likely somebody reads at a moment of the week, up to a factor. What is known of one person refines what is known of
 * all, as if the latter were a few engagements of their own (empirical Bayes with pseudo-counts): a handful of clicks
 * still leans on everybody, dozens hardly do.
 */
final class WeeklyEngagement {

    private static final LocalTime USUAL = LocalTime.of(10, 0);
    private static final double USUAL_SPREAD_MINUTES = 90;
    private static final double BANDWIDTH_MINUTES = 30;

    /** For each kind of day, by minute of the day, adding up to 1. */
    private final Map<DayKind, double[]> densities;

    /** The part of a week's reading that falls on each kind of day. */
    private final Map<DayKind, Double> shares;

    private WeeklyEngagement(Map<DayKind, double[]> densities, Map<DayKind, Double> shares) {
        this.densities = densities;
        this.shares = shares;
    }

    /** While nothing is known of anybody: mid-morning, every day alike. */
    static WeeklyEngagement prior() {
        Map<Integer, Double> once = Map.of(USUAL.get(ChronoField.MINUTE_OF_DAY), 1.0);
        double[] density = TimeOfDayDensity.of(once, minute -> true, USUAL_SPREAD_MINUTES)
                .densityWithPrior(new double[DayKind.MINUTES], 0);
        return new WeeklyEngagement(
                Map.of(DayKind.WORKDAY, density, DayKind.WEEKEND, density),
                Map.of(DayKind.WORKDAY, 5 / 7.0, DayKind.WEEKEND, 2 / 7.0));
    }

    /**
     * This rhythm, corrected by what was seen.
     *
     * @param engagement weight by minute of the week
     * @param strength how many engagements this rhythm is worth beside them
     */
    WeeklyEngagement posterior(Map<Integer, Double> engagement, double strength) {
        TimeOfDayDensity anyDay = TimeOfDayDensity.of(engagement, minute -> true, BANDWIDTH_MINUTES);
        Map<DayKind, double[]> refined = new EnumMap<>(DayKind.class);
        Map<DayKind, Double> refinedShares = new EnumMap<>(DayKind.class);
        densities.forEach((kind, density) -> {
            TimeOfDayDensity such =
                    TimeOfDayDensity.of(engagement, minute -> DayKind.ofMinute(minute) == kind, BANDWIDTH_MINUTES);
            refined.put(kind, such.densityWithPrior(anyDay.densityWithPrior(density, strength), strength));
            refinedShares.put(kind, (such.total() + strength * share(kind)) / (anyDay.total() + strength));
        });
        return new WeeklyEngagement(refined, refinedShares);
    }

    /** The likelihood of reading in that minute. */
    double likelihoodAt(ZonedDateTime moment) {
        DayKind kind = DayKind.of(moment);
        return density(kind)[moment.get(ChronoField.MINUTE_OF_DAY)] * share(kind) / kind.daysAWeek();
    }

    private double[] density(DayKind kind) {
        return densities.getOrDefault(kind, new double[DayKind.MINUTES]);
    }

    private double share(DayKind kind) {
        return shares.getOrDefault(kind, 0.0);
    }
}
