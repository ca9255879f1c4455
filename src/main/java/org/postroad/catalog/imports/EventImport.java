package org.postroad.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Imports a file of events, one JSON object a line. Skips blank lines. */
final class EventImport {

    private static final int DIGEST_LENGTH = 32; // hexadecimal digits

    private final ImportFile file;
    private final String source;
    private final ObjectReader json;
    private final ImportProgress progress;

    EventImport(ImportFile file, String source, ObjectMapper mapper, ImportProgress progress) {
        this.file = file;
        this.source = source;
        this.json = mapper.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.progress = progress;
    }

    /** Imports all lines that can be read, and returns how many lines there were. */
    long importInto(BatchedEventIntake intake, SkippedLines skipped) throws IOException {
        progress.begin(file.bytes());
        long number = 0;
        long lines = 0;
        try (BufferedReader reader = file.open(progress)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines++;
                    importLine(line, number, intake, skipped);
                    progress.reportLines("Importing", lines);
                }
            }
        }
        intake.flush();
        return lines;
    }

    private void importLine(String line, long number, BatchedEventIntake intake, SkippedLines skipped) {
        try {
            if (json.readTree(withoutByteOrderMark(line)) instanceof ObjectNode event) {
                intake.add(withId(event, line), List.of(number));
            } else {
                skipped.add(number, "not an event", "not a JSON object");
            }
        } catch (JsonProcessingException e) {
            skipped.add(number, "not JSON", "not JSON: " + e.getOriginalMessage());
        }
    }

    /** An event without an id gets one from its content, so that the same line imported again is the same event. */
    private JsonNode withId(ObjectNode event, String line) {
        return event.hasNonNull("id") ? event : event.put("id", source + ":" + digest(line.strip()));
    }

    private static String digest(String line) {
        return DigestUtils.sha256Hex(line).substring(0, DIGEST_LENGTH);
    }

    /** Editors on Windows begin a file with a byte order mark. */
    static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
