package org.postroad.event;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads one event as a sender wrote it, or says what is wrong with it. */
@Component
class EventReader {

    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Clock clock;

    EventReader(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What came of reading. */
    sealed interface Reading {}

    record Read(Event event) implements Reading {}

    record Refused(String reason) implements Reading {}

    Reading read(JsonNode node, int mostPropertyBytes) {
        if (!node.path("customerId").isTextual()) {
            return new Refused("customerId is missing");
        }
        if (!node.path("type").isTextual()) {
            return new Refused("type is missing");
        }
        return new Read(new Event(
                node.path("id").asText(UuidCreator.getTimeOrderedEpoch().toString()),
                node.path("customerId").asText(),
                node.path("type").asText(),
                node.hasNonNull("occurredAt")
                        ? Instant.parse(node.path("occurredAt").asText())
                        : clock.instant(),
                node.hasNonNull("properties") ? json.convertValue(node.path("properties"), PROPERTIES) : Map.of()));
    }
}
