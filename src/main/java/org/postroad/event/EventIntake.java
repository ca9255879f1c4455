package org.postroad.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Takes events in: JSON from REST, Kafka and files, and records from Postroad itself. */
public interface EventIntake {

    /**
     * Validates and stores events and queues them for the handlers. The code path of {@code POST /api/events}.
     *
     * @param sender whose ids the events have: the same id of another sender is another event
     * @param events one JSON object each, as the sender wrote it
     */
    Receipt accept(String sender, List<JsonNode> events);

    /** As {@link #accept(String, List)}, for events of this installation itself, whose ids every sender knows. */
    default Receipt accept(List<JsonNode> events) {
        return accept("", events);
    }

    /**
     * As {@link #accept(List)}, for a trusted caller with larger events: an imported order may have hundreds of lines.
     *
     * @param mostPropertyBytes the largest size of the properties of one event as JSON in UTF-8, instead of 16 KiB
     */
    Receipt accept(List<JsonNode> events, int mostPropertyBytes);

    /**
     * Stores events that Postroad itself made, in the caller's transaction if there is one. Ids that are known already
     * are ignored.
     */
    void record(List<Event> events);

    default void record(Event event) {
        record(List.of(event));
    }
}
