package org.postroad.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads and writes columns and parameters of type {@code jsonb}. */
@Component
public class JsonColumns {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ObjectMapper json;

    public JsonColumns(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The JSON text of a value. A list of rows goes as one parameter to {@code jsonb_to_recordset}: one statement, however
     * many rows.
     *
     * @throws IllegalArgumentException if the value has no JSON form
     */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The object in a column. */
    public Map<String, Object> map(ResultSet row, String column) throws SQLException {
        return read(row.getString(column), MAP);
    }

    /** @throws IllegalStateException if the text is not what was written by {@link #write} */
    public <T> T read(String text, Class<T> type) {
        return read(text, json.constructType(type));
    }

    /** @throws IllegalStateException if the text is not what was written by {@link #write} */
    public <T> T read(String text, TypeReference<T> type) {
        return read(text, json.constructType(type.getType()));
    }

    private <T> T read(String text, JavaType type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored JSON cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
