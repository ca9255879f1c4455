package org.postroad.report.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened to a customer.
 *
 * @param title a sentence about it
 * @param detail the facts behind the sentence, by kind
 */
public record TimelineEntry(Instant at, TimelineEntryKind kind, String title, Map<String, Object> detail) {

    /** What an entry tells of; lower case in JSON. */
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

    /** A fact as text, if it is there. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(detail.get(name)).map(String::valueOf);
    }
}
