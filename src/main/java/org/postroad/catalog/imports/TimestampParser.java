package org.postroad.catalog.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** Parses dates and times in the format of the file. */
final class TimestampParser {

    /** ISO 8601 with a T or a space, with or without a time, seconds, fractions and an offset. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("][ ]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private final DateTimeFormatter format;
    private final ZoneId zone;

    /** @param zone of times without an offset */
    TimestampParser(Optional<String> pattern, ZoneId zone) {
        this.format = pattern.map(TimestampParser::format).orElse(ISO);
        this.zone = zone;
    }

    private static DateTimeFormatter format(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new ImportRefused("--time-format '" + pattern + "' is not a pattern: " + e.getMessage()
                    + ". An example: \"M/d/yyyy H:mm\".");
        }
    }

    Optional<Instant> read(String text) {
        try {
            return Optional.of(instant(format.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Instant instant(TemporalAccessor parsed) {
        if (parsed.query(TemporalQueries.zone()) != null) {
            return ZonedDateTime.from(parsed).toInstant();
        }
        return parsed.query(TemporalQueries.localTime()) == null
                ? LocalDate.from(parsed).atStartOfDay(zone).toInstant()
                : LocalDateTime.from(parsed).atZone(zone).toInstant();
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new ImportRefused("--zone '" + id + "' is not a time zone. An example: Europe/London.");
        }
    }
}
