package org.postroad.report.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a customer.
 *
 * @param title what happened, in a sentence
 * @param detail facts; which ones depends on the kind
 */
public record TimelineEntry(Instant at, TimelineEntryKind kind, String title, Map<String, Object> detail) {

    /** What an entry is about; lower case in JSON. */
    public enum TimelineEntryKind {
        EVENT,
        ENROLMENT,
        STEP,
        DECISION,
        MESSAGE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static TimelineEntryKind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A fact as text; empty if it is missing. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(detail.get(name)).map(String::valueOf);
    }
}
