package org.postroad.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where events come in: from REST, Kafka and files as JSON, and from Postroad's own stations as records. */
public interface EventIntake {

    /**
     * Validates, stores and hands on. The code path of {@code POST /api/events}.
     *
     * @param events one JSON object each, as the sender wrote it
     */
    Receipt accept(List<JsonNode> events);

    /**
     * Stores an event that Postroad itself made, in the caller's transaction if there is one. An id that is known
     * already is ignored.
     */
    void record(List<Event> events);

    default void record(Event event) {
        record(List.of(event));
    }
}
