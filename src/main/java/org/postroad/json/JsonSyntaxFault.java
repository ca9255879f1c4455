package org.postroad.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.regex.Pattern;

/**
 * Where and why a text is not JSON, in words for its sender.
 *
 * @param line from 1, or 0 if unknown
 * @param column from 1, or 0 if unknown
 */
public record JsonSyntaxFault(String what, int line, int column) {

    private static final Pattern JACKSON_DETAILS =
            Pattern.compile(" \\(start marker at .*|: enable .*|, from `[^`]*`| \\(for [^)]*\\)", Pattern.DOTALL);

    public static JsonSyntaxFault of(JsonProcessingException e) {
        JsonLocation where = e.getLocation();
        return new JsonSyntaxFault(
                what(e),
                where == null ? 0 : Math.max(0, where.getLineNr()),
                where == null ? 0 : Math.max(0, where.getColumnNr()));
    }

    /** Jackson's message without its details about Java types and settings. */
    private static String what(JsonProcessingException e) {
        if (e instanceof MismatchedInputException && e.getOriginalMessage().startsWith("Trailing token")) {
            return "after the first value comes another; several belong in an array, or in lines sent as "
                    + RequestBodies.NDJSON;
        }
        return JACKSON_DETAILS
                .matcher(e.getOriginalMessage())
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The fault in a text of one line. */
    public String inLine() {
        return line == 0 ? what : what + " at column " + column;
    }

    /** The fault in a text of many lines. */
    public String inText() {
        return line == 0 ? what : what + " at line " + line + ", column " + column;
    }
}
