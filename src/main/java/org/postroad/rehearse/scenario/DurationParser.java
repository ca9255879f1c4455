package org.postroad.rehearse.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeten.extra.PeriodDuration;

/** Reads durations as people write them. Days are calendar days: two days later it is the same time of day. */
final class DurationParser {

    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,6})\\s*(month|week|day|hour|minute|second)s?\\s*(?:,|and)?\\s*");

    private DurationParser() {}

    /**
     * Reads {@code 2 days 3 hours} or {@code P2DT3H}.
     *
     * @throws IllegalArgumentException with the rest of a sentence that begins with the key
     */
    static PeriodDuration parse(String text) {
        String stripped = text.strip();
        return stripped.startsWith("P") ? iso(stripped) : words(stripped);
    }

    private static PeriodDuration iso(String text) {
        try {
            return PeriodDuration.parse(text);
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    private static PeriodDuration words(String text) {
        Matcher word = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        PeriodDuration sum = PeriodDuration.ZERO;
        int end = 0;
        while (end < text.length() && word.find(end) && word.start() == end) {
            sum = sum.plus(amount(Integer.parseInt(word.group(1)), word.group(2)));
            end = word.end();
        }
        if (end == 0 || end < text.length()) {
            throw unreadable(text);
        }
        return sum;
    }

    private static TemporalAmount amount(int number, String unit) {
        return switch (unit) {
            case "month" -> Period.ofMonths(number);
            case "week" -> Period.ofWeeks(number);
            case "day" -> Period.ofDays(number);
            case "hour" -> Duration.ofHours(number);
            case "minute" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "is '" + text + "'; write it like '2 days 3 hours', '45 minutes' or P2DT3H");
    }
}
