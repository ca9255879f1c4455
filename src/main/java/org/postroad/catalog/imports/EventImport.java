package org.postroad.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads events, one JSON object a line; empty lines count for nothing. */
final class EventImport {

    private final ImportFile file;
    private final String source;
    private final ObjectReader json;
    private final ImportProgress importProgress;

    EventImport(ImportFile file, String source, ObjectMapper mapper, ImportProgress importProgress) {
        this.file = file;
        this.source = source;
        this.json = mapper.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.importProgress = importProgress;
    }

    /** Lands all that can be read and returns how many lines there were. */
    long importInto(BatchedEventIntake batchedEventIntake, SkippedLines skipped) throws IOException {
        importProgress.begin(file.bytes());
        long number = 0;
        long lines = 0;
        try (BufferedReader reader = file.open(importProgress)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines++;
                    importLine(line, number, batchedEventIntake, skipped);
                    importProgress.reportLines("Importing", lines);
                }
            }
        }
        batchedEventIntake.flush();
        return lines;
    }

    private void importLine(String line, long number, BatchedEventIntake batchedEventIntake, SkippedLines skipped) {
        try {
            if (json.readTree(withoutByteOrderMark(line)) instanceof ObjectNode event) {
                batchedEventIntake.add(withId(event, line), List.of(number));
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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Editors on Windows begin a file with a byte order mark. */
    static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
