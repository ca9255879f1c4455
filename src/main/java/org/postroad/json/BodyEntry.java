package org.postroad.json;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the things that a request carries. */
public sealed interface BodyEntry {

    record ValidEntry(JsonNode json) implements BodyEntry {}

    /** A line that is no JSON; the reason says where it breaks. */
    record BrokenEntry(String reason) implements BodyEntry {}
}
