package org.postroad.event.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.postroad.event.Event;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** An event to and from its row. */
@Component
public class EventRowMapper implements RowMapper<Event> {

    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};

    private final ObjectMapper json;

    EventRowMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Event mapRow(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("type"),
                instant(row, "occurred_at"),
                read(row.getString("properties")));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime sqlTime(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    String write(Map<String, Object> properties) {
        try {
            return json.writeValueAsString(properties);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The properties cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Map<String, Object> read(String properties) {
        try {
            return json.readValue(properties, PROPERTIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored event cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
