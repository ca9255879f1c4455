package org.postroad.json;

import com.fasterxml.jackson.databind.JsonNode;

/** One entry of a request body: an array element, a line, or the whole body. */
public sealed interface BodyEntry {

    /** @param alone whether it is the whole body, not an element of an array or a line */
    record ValidEntry(JsonNode json, boolean alone) implements BodyEntry {

        /** One of several. */
        public ValidEntry(JsonNode json) {
            this(json, false);
        }
    }

    /** A line that is not JSON. The reason says where the fault is. */
    record BrokenEntry(String reason) implements BodyEntry {}
}
