package org.postroad.report.console;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroad.report.timeline.DisplayText;

/** Formats numbers, money and times for the pages. */
public final class Format {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Instant now;

    Format(Instant now) {
        this.now = now;
    }

    /** "Mon 23 Nov 2026, 12:00", in UTC. */
    public String utc(Instant at) {
        return in(at, ZoneOffset.UTC);
    }

    public String in(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    public String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    public String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** How long ago or until, in minutes, hours or days. */
    public String ago(Instant at) {
        Duration passed = Duration.between(at, now);
        String length = length(passed.abs());
        return length.equals("moments") ? "just now" : passed.isNegative() ? "in " + length : length + " ago";
    }

    private static String length(Duration duration) {
        if (duration.toMinutes() < 1) {
            return "moments";
        }
        if (duration.toHours() < 1) {
            return plural(duration.toMinutes(), "minute");
        }
        return duration.toDays() < 2 ? plural(duration.toHours(), "hour") : plural(duration.toDays(), "day");
    }

    /** "1 person", "2 persons": the noun with its number. */
    public static String plural(long count, String noun) {
        return number("#,##0", count) + " " + noun + (count == 1 ? "" : "s");
    }

    public String count(Number count) {
        return number("#,##0", count.doubleValue());
    }

    public String money(Number amount, @Nullable String currency) {
        return number("#,##0.00", amount.doubleValue())
                + (currency == null || currency.isBlank() ? "" : " " + currency);
    }

    /** A share as per cent. */
    public String percent(Number share) {
        return number("0.0", 100 * share.doubleValue()) + " %";
    }

    /** A difference, always with its sign. */
    public String signed(Number difference) {
        return number("+#,##0.00;\u2212#,##0.00", difference.doubleValue());
    }

    /** A difference of shares in percentage points, always with its sign. */
    public String points(Number difference) {
        return number("+0.0;\u22120.0", 100 * difference.doubleValue());
    }

    /** Up to three decimals. */
    public String decimal(Number number) {
        return number("#,##0.###", number.doubleValue());
    }

    public String words(String technical) {
        return DisplayText.plain(technical);
    }

    /** Why an enrolment ended. */
    public String endReason(String reason) {
        return DisplayText.endReason(reason);
    }

    /** Why a mail was not sent. */
    public String reason(String reason) {
        return DisplayText.reason(reason);
    }

    /** A mail's state in a word or two. */
    public String mailState(String state) {
        return DisplayText.mailState(state);
    }

    /** The value of a customer attribute. */
    public String value(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof Number number ? decimal(number) : String.valueOf(value);
    }

    private static String number(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
