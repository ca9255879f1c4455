package org.postroad.json;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the things that a request carries. */
public sealed interface Entry {

    record Value(JsonNode json) implements Entry {}

    /** A line that is no JSON; the reason says where it breaks. */
    record Broken(String reason) implements Entry {}
}
