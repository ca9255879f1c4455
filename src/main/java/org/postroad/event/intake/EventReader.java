package org.postroad.event.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.postroad.event.Event;
import org.postroad.event.EventSettings;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.time.Ids;
import org.springframework.stereotype.Component;

/** Reads and validates one event as a sender wrote it. The result can be stored and trusted. */
@Component
class EventReader {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");
    private static final int LONGEST_TYPE = 100;

    private final ObjectMapper json;
    private final Clock clock;
    private final EventSettings settings;
    private final Ids ids;

    EventReader(ObjectMapper json, Clock clock, EventSettings settings, Ids ids) {
        this.json = json;
        this.clock = clock;
        this.settings = settings;
        this.ids = ids;
    }

    /**
     * Reads an event; one without an id gets a new one.
     *
     * @throws BadInput with a sentence that says what is wrong with it
     */
    Event read(JsonFields fields, int mostPropertyBytes) {
        String customerId = fields.requiredText("customerId", EventSchemas.LONGEST_ID);
        String type = type(fields);
        String id = fields.text("id", EventSchemas.LONGEST_ID)
                .orElseGet(() -> ids.next().toString());
        Instant occurredAt = occurredAt(fields);
        Map<String, Object> properties = properties(fields, type);
        checkSize(properties, mostPropertyBytes);
        return new Event(id, customerId, type, occurredAt, properties);
    }

    private static String type(JsonFields fields) {
        String type = fields.requiredText("type", LONGEST_TYPE);
        if (!SNAKE_CASE.matcher(type).matches()) {
            throw new BadInput("type must be in snake_case such as product_viewed, but is '" + type + "'");
        }
        return type;
    }

    private Instant occurredAt(JsonFields fields) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant occurredAt = fields.instant("occurredAt").orElse(now);
        if (occurredAt.isAfter(now.plus(settings.futureTolerance()))) {
            throw new BadInput("occurredAt lies in the future: " + occurredAt + ", while it is " + now + " here");
        }
        if (occurredAt.isBefore(Instant.EPOCH)) {
            throw new BadInput("occurredAt lies before 1970: " + occurredAt);
        }
        return occurredAt;
    }

    /** Unknown fields count as properties that were written one level too high. */
    private static Map<String, Object> properties(JsonFields fields, String type) {
        JsonFields properties = fields.withUnreadFields("properties");
        EventSchemas.check(type, properties);
        return properties.values();
    }

    private void checkSize(Map<String, Object> properties, int mostBytes) {
        try {
            if (json.writeValueAsBytes(properties).length > mostBytes) {
                throw new BadInput("properties are larger than " + mostBytes / 1024 + " KiB as JSON");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Properties that were JSON cannot be written as JSON", e);
        }
    }
}
