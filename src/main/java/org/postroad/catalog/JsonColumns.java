package org.postroad.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows written as one JSON parameter; attributes and lists read back. */
@Component
class JsonColumns {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ObjectMapper json;

    JsonColumns(ObjectMapper json) {
        this.json = json;
    }

    /** All rows in one parameter, for {@code jsonb_to_recordset}: one statement, however many rows. */
    String write(List<Map<String, Object>> rows) {
        return text(rows);
    }

    String write(Map<String, Object> row) {
        return text(row);
    }

    private String text(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The rows cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    Map<String, Object> attributes(ResultSet row) throws SQLException {
        return map(row, "attributes");
    }

    Map<String, Object> map(ResultSet row, String column) throws SQLException {
        try {
            return json.readValue(row.getString(column), MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored " + column + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
