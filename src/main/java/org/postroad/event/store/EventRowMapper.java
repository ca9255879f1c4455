package org.postroad.event.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.postroad.event.Event;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads an event from its row. */
@Component
class EventRowMapper implements RowMapper<Event> {

    private final JsonColumns columns;

    EventRowMapper(JsonColumns columns) {
        this.columns = columns;
    }

    @Override
    public Event mapRow(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("type"),
                SqlValues.instant(row, "occurred_at"),
                columns.map(row, "properties"),
                SqlValues.instant(row, "received_at"));
    }
}
