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
final class EventLines {

    private final ImportFile file;
    private final String source;
    private final ObjectReader json;
    private final Progress progress;

    EventLines(ImportFile file, String source, ObjectMapper mapper, Progress progress) {
        this.file = file;
        this.source = source;
        this.json = mapper.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.progress = progress;
    }

    /** Lands all that can be read and returns how many lines there were. */
    long landIn(Landing landing, SkippedLines skipped) throws IOException {
        progress.begin(file.bytes());
        long number = 0;
        long lines = 0;
        try (BufferedReader reader = file.open(progress)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines++;
                    land(line, number, landing, skipped);
                    progress.tell("Importing", lines);
                }
            }
        }
        landing.flush();
        return lines;
    }

    private void land(String line, long number, Landing landing, SkippedLines skipped) {
        try {
            if (json.readTree(withoutMark(line)) instanceof ObjectNode event) {
                landing.land(withId(event, line), List.of(number));
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
    static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
