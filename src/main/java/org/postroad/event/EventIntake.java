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
     * As {@link #accept(List)}, for a caller on this machine that vouches for larger events: an imported order may have
     * hundreds of lines.
     *
     * @param mostPropertyBytes how large the properties of one event may be as JSON in UTF-8, instead of 16 KiB
     */
    Receipt accept(List<JsonNode> events, int mostPropertyBytes);

    /**
     * Stores an event that Postroad itself made, in the caller's transaction if there is one. An id that is known
     * already is ignored.
     */
    void record(List<Event> events);

    default void record(Event event) {
        record(List.of(event));
    }
}
