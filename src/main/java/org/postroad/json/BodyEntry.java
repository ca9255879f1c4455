package org.postroad.json;

import com.fasterxml.jackson.databind.JsonNode;

/** One entry of a request body: an array element, a line, or the whole body. */
public sealed interface BodyEntry {

    record ValidEntry(JsonNode json) implements BodyEntry {}

    /** A line that is not JSON. The reason says where the fault is. */
    record BrokenEntry(String reason) implements BodyEntry {}
}
