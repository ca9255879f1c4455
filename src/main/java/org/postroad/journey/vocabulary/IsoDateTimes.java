package org.postroad.journey.vocabulary;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses ISO 8601 moments, days and times from events, attributes and diagrams. */
public final class IsoDateTimes {

    private IsoDateTimes() {}

    /**
     * A moment, from a {@link Date} that an expression returned or from a text with an offset.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    static Instant instant(@Nullable Object moment) {
        if (moment instanceof Date date) {
            return date.toInstant();
        }
        try {
            return OffsetDateTime.parse(String.valueOf(moment)).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + moment + "' is no moment; it must be written like 2026-11-24T13:15:00Z.", e);
        }
    }

    /**
     * A day of the year, from {@code 1987-05-14} or {@code --05-14}.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    static MonthDay monthDay(@Nullable Object day) {
        String text = String.valueOf(day);
        try {
            return text.startsWith("--") ? MonthDay.parse(text) : MonthDay.from(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no date; it must be written like 1987-05-14.", e);
        }
    }

    /**
     * A time of day, {@code 09:00}.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time of day; write it like 09:00.", e);
        }
    }

    /**
     * A weekday, {@code MONDAY}.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static DayOfWeek weekday(String text) {
        try {
            return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no weekday; write it like MONDAY.", e);
        }
    }
}
