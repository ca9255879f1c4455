package org.postroad.rehearse.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time that passes: days as a calendar counts them, hours as a clock does. Two days on it is the same time of day. */
record CalendarDuration(Period days, Duration hours) {

    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,6})\\s*(month|week|day|hour|minute|second)s?\\s*(?:,|and)?\\s*");

    static final CalendarDuration NONE = new CalendarDuration(Period.ZERO, Duration.ZERO);

    /**
     * Reads {@code 2 days 3 hours} or {@code P2DT3H}.
     *
     * @throws IllegalArgumentException with a sentence
     */
    static CalendarDuration parse(String text) {
        String written = text.strip();
        return written.startsWith("P") ? iso(written) : words(written);
    }

    private static CalendarDuration iso(String text) {
        int time = text.indexOf('T');
        if (text.length() < 3) {
            throw unreadable(text);
        }
        try {
            String days = time < 0 ? text : text.substring(0, time);
            return new CalendarDuration(
                    days.equals("P") ? Period.ZERO : Period.parse(days),
                    time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    private static CalendarDuration words(String text) {
        Matcher word = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        CalendarDuration calendarDuration = NONE;
        int end = 0;
        while (end < text.length() && word.find(end) && word.start() == end) {
            calendarDuration = calendarDuration.and(Integer.parseInt(word.group(1)), word.group(2));
            end = word.end();
        }
        if (end == 0 || end < text.length()) {
            throw unreadable(text);
        }
        return calendarDuration;
    }

    private CalendarDuration and(int number, String unit) {
        return switch (unit) {
            case "month" -> new CalendarDuration(days.plusMonths(number), hours);
            case "week" -> new CalendarDuration(days.plusDays(7L * number), hours);
            case "day" -> new CalendarDuration(days.plusDays(number), hours);
            case "hour" -> new CalendarDuration(days, hours.plusHours(number));
            case "minute" -> new CalendarDuration(days, hours.plusMinutes(number));
            default -> new CalendarDuration(days, hours.plusSeconds(number));
        };
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "is '" + text + "'; write it like '2 days 3 hours', '45 minutes' or P2DT3H");
    }

    ZonedDateTime after(ZonedDateTime moment) {
        return moment.plus(days).plus(hours);
    }

    ZonedDateTime before(ZonedDateTime moment) {
        return moment.minus(days).minus(hours);
    }
}
