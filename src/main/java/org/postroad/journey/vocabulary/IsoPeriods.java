package org.postroad.journey.vocabulary;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;

/** Parses ISO 8601 periods from diagrams: calendar periods ({@code P3D}) and exact durations ({@code PT24H}). */
public final class IsoPeriods {

    private static final int LONGEST_HORIZON_YEARS = 10;
    private static final double SECONDS_A_DAY = 86_400;
    private static final ZonedDateTime SOME_DAY = ZonedDateTime.of(2024, 2, 29, 0, 0, 0, 0, ZoneOffset.UTC);

    private IsoPeriods() {}

    /**
     * A {@link Duration} if the text has a time part, otherwise a {@link Period}.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static TemporalAmount parse(String text) {
        try {
            return text.contains("T") ? Duration.parse(text) : Period.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no period; write ISO 8601, for example P3D (days) or PT24H (hours).", e);
        }
    }

    /**
     * As {@link #parse}, with days of 24 hours.
     *
     * @throws IllegalArgumentException if the text has months or years
     */
    public static Duration exactDuration(String text) {
        return parse(text) instanceof Period period ? Duration.ofDays(exactDays(period, text)) : Duration.parse(text);
    }

    /**
     * How many days of 24 hours lie ahead until the period is over.
     *
     * @throws IllegalArgumentException with a sentence for the marketer, as {@link #requireHorizon}
     */
    public static double daysAhead(String text, ZonedDateTime from) {
        TemporalAmount length = requireHorizon(text);
        return Duration.between(from, from.plus(length)).toSeconds() / SECONDS_A_DAY;
    }

    /**
     * A period in which something is predicted: more than nothing, and at most ten years.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static TemporalAmount requireHorizon(String text) {
        TemporalAmount length = parse(text);
        ZonedDateTime end = SOME_DAY.plus(length);
        if (!end.isAfter(SOME_DAY) || end.isAfter(SOME_DAY.plusYears(LONGEST_HORIZON_YEARS))) {
            throw new IllegalArgumentException(
                    "'" + text + "' cannot be predicted; a prediction is for a time ahead of at most "
                            + LONGEST_HORIZON_YEARS + " years, for example P90D or P1Y.");
        }
        return length;
    }

    private static int exactDays(Period period, String text) {
        if (period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("'" + text + "' has no exact length; give days or hours.");
        }
        return period.getDays();
    }
}
