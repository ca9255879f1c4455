package org.postroad.journey.vocabulary;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;

/** Parses ISO 8601 periods from diagrams: calendar periods ({@code P3D}) and exact durations ({@code PT24H}). */
public final class IsoPeriods {

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

    private static int exactDays(Period period, String text) {
        if (period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("'" + text + "' has no exact length; give days or hours.");
        }
        return period.getDays();
    }
}
