package org.postroad.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Reads request bodies: an object, an array, or lines (NDJSON), with at most 1 MiB and 1,000 entries. Stops reading a body
 * that is larger.
 */
@Component
public class RequestBodies {

    /** The media type of lines with one JSON value each. */
    public static final String NDJSON = "application/x-ndjson";

    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_ENTRIES = 1_000;

    private final ObjectReader reader;

    RequestBodies(ObjectMapper json) {
        this.reader = json.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The single JSON value of the body.
     *
     * @throws PayloadTooLarge if it is larger than 1 MiB
     * @throws JsonProcessingException if it is not JSON
     */
    public JsonNode value(HttpServletRequest request) throws IOException {
        return value(bytes(request));
    }

    /**
     * The entries of the body: the lines of NDJSON, the elements of an array, or the one object.
     *
     * @throws PayloadTooLarge if it is larger than 1 MiB or has more than 1,000 entries
     * @throws JsonProcessingException if it is not JSON; a broken line of NDJSON is an entry of its own instead
     */
    public List<BodyEntry> entries(HttpServletRequest request) throws IOException {
        byte[] body = bytes(request);
        List<BodyEntry> entries = isLines(request) ? lines(body) : elements(value(body));
        if (entries.size() > MOST_ENTRIES) {
            throw new PayloadTooLarge("The request has more than 1,000 entries; send them in several requests.");
        }
        return entries;
    }

    private static boolean isLines(HttpServletRequest request) {
        return request.getContentType() != null
                && MediaType.parseMediaType(NDJSON)
                        .isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
    }

    private static byte[] bytes(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] body = read(request);
        if (body.length > MOST_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    private static byte[] read(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new BadInput("The body broke off while it was read; send it again.");
        }
    }

    private static PayloadTooLarge tooLarge() {
        return new PayloadTooLarge("The request is larger than 1 MiB (1,048,576 bytes); send it in several requests.");
    }

    private JsonNode value(byte[] body) throws IOException {
        JsonNode value = reader.readTree(body);
        if (value == null || value.isMissingNode()) {
            throw new BadInput("The body is empty; it should be JSON.");
        }
        return value;
    }

    private static List<BodyEntry> elements(JsonNode value) {
        List<BodyEntry> entries = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(element -> entries.add(new BodyEntry.ValidEntry(element)));
        } else {
            entries.add(new BodyEntry.ValidEntry(value, true));
        }
        return entries;
    }

    private List<BodyEntry> lines(byte[] body) throws IOException {
        List<BodyEntry> entries = new ArrayList<>();
        int number = 0;
        for (int start = 0; start < body.length && entries.size() <= MOST_ENTRIES; ) {
            int end = endOfLine(body, start);
            number++;
            if (!isBlank(body, start, end)) {
                entries.add(line(body, start, end, number));
            }
            start = end + 1;
        }
        return entries;
    }

    private BodyEntry line(byte[] body, int start, int end, int number) throws IOException {
        try {
            return new BodyEntry.ValidEntry(reader.readTree(new ByteArrayInputStream(body, start, end - start)));
        } catch (JsonProcessingException e) {
            return new BodyEntry.BrokenEntry(
                    "line " + number + " is not JSON: " + JsonSyntaxFault.of(e).inLine());
        }
    }

    private static int endOfLine(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
