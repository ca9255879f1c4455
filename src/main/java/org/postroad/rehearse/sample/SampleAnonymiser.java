package org.postroad.rehearse.sample;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes from attributes and properties what could name a person. Only {@linkplain KnownWords known words}, numbers, booleans
 * and shifted dates stay; what else is text becomes a pseudonym, the same for the same text, so that what was equal is equal
 * still. A property whose name is not known is dropped, since nothing reads it.
 *
 * <p>Pseudonyms are numbers in the order of first use, and no hashes: from a number no text can be guessed.
 */
final class SampleAnonymiser {

    /** A number from here on may be a telephone's or an account's. */
    private static final double TELLING_NUMBER = 1_000_000;

    private static final Pattern BIRTHDAY = Pattern.compile("(?:\\d{4}-|--)(\\d{2})-(\\d{2})");
    private static final Pattern MAIL_STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final int LEAP_YEAR = 2000;

    private final KnownWords words;
    private final Map<String, String> pseudonyms = new HashMap<>();
    private long dropped;

    SampleAnonymiser(KnownWords words) {
        this.words = words;
    }

    /** @param shift by how many days dates are shifted, the same for all of a person */
    Map<String, Object> map(Map<String, Object> values, int shift) {
        Map<String, Object> kept = new TreeMap<>();
        values.forEach((name, value) -> {
            Object safe = words.isName(name) ? value(name, value, shift) : null;
            if (safe == null) {
                dropped++;
            } else {
                kept.put(name, safe);
            }
        });
        return kept;
    }

    private @Nullable Object value(String name, @Nullable Object value, int shift) {
        if (value instanceof String text) {
            return text(name, text, shift);
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new TreeMap<>();
            map.forEach((key, one) -> inner.put(String.valueOf(key), one));
            return map(inner, shift);
        }
        return value instanceof List<?> list ? list(name, list, shift) : value instanceof Boolean ? value : null;
    }

    private List<Object> list(String name, List<?> list, int shift) {
        List<Object> kept = new ArrayList<>();
        for (Object one : list) {
            Object safe = value(name, one, shift);
            if (safe != null) {
                kept.add(safe);
            }
        }
        return kept;
    }

    /** A place is told to a tenth of a degree, some 10 km. */
    private Object number(String name, Number number) {
        if (name.equals("latitude") || name.equals("longitude")) {
            return Math.round(number.doubleValue() * 10) / 10.0;
        }
        boolean telling = !words.isAmount(name) && Math.abs(number.doubleValue()) >= TELLING_NUMBER;
        return telling ? pseudonym(number.toString()) : number;
    }

    private Object text(String name, String text, int shift) {
        if (text.isBlank()
                || words.isValue(text)
                || name.equals("status") && MAIL_STATUS.matcher(text).matches()) {
            return text;
        }
        return name.equals("birthday") ? birthday(text, shift) : shifted(text, shift);
    }

    /** Month and day, shifted; the year is nobody's business. */
    private Object birthday(String text, int shift) {
        var written = BIRTHDAY.matcher(text);
        if (!written.matches()) {
            return pseudonym(text);
        }
        try {
            MonthDay day = MonthDay.of(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
            return MonthDay.from(day.atYear(LEAP_YEAR).plusDays(shift)).toString();
        } catch (DateTimeException e) {
            return pseudonym(text);
        }
    }

    private Object shifted(String text, int shift) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).plusDays(shift).toString()
                    : Instant.parse(text).plusSeconds(shift * 86_400L).toString();
        } catch (DateTimeException e) {
            return pseudonym(text);
        }
    }

    /** A topic of consents. */
    String topic(String topic) {
        return words.isValue(topic) ? topic : pseudonym(topic);
    }

    String eventType(String type) {
        return words.isEventType(type) ? type : "other";
    }

    /** Language and country, without what else a tag can hold. */
    static @Nullable String locale(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "-" + locale.getCountry();
    }

    private String pseudonym(String text) {
        return pseudonyms.computeIfAbsent(text, first -> "p" + (pseudonyms.size() + 1));
    }

    Replacements replaced() {
        return new Replacements(pseudonyms.size(), dropped);
    }
}
