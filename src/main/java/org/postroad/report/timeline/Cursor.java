package org.postroad.report.timeline;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A position in a timeline; a page holds the entries before it. */
record Cursor(Instant at, int rank, String ref) {

    /** The start: the page holds the newest entries. */
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), 0, "");

    /**
     * Parses the output of {@link #toString}, or an instant.
     *
     * @throws IllegalArgumentException with a message for the caller
     */
    static Cursor parse(String text) {
        String[] parts = text.split("_", 3);
        try {
            return parts.length == 3
                    ? new Cursor(Instant.parse(parts[0]), Integer.parseInt(parts[1]), parts[2])
                    : new Cursor(Instant.parse(text), 0, "");
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"before\" must be a moment such as 2026-11-24T13:15:00Z, or the \"next\" of the page before; it is \""
                            + text + "\".",
                    e);
        }
    }

    @Override
    public String toString() {
        return at + "_" + rank + "_" + ref;
    }
}
