package org.postroad.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores offers. A shop has few, so all are read at once. */
@Repository
class Offers {

    private static final String PUT = Sql.of(Offers.class, "put-offers");

    private final JdbcTemplate jdbc;
    private final JsonColumns columns;

    Offers(JdbcTemplate jdbc, JsonColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    List<Offer> all() {
        return jdbc.query("select * from offer order by id", (row, number) -> offer(row));
    }

    /** Stores or replaces each by its id; of several with the same id the last one counts. */
    void put(Collection<Offer> offers) {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        offers.forEach(offer -> rows.put(offer.id(), row(offer)));
        jdbc.update(PUT, columns.write(new ArrayList<>(rows.values())));
    }

    private Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString("id"),
                row.getString("name"),
                Offer.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("value"),
                row.getBigDecimal("cost"),
                SqlValues.texts(row, "slots"),
                row.getString("code_prefix"),
                duration(row.getString("valid_for")),
                columns.map(row, "attributes"));
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : Duration.parse(text);
    }

    private static Map<String, Object> row(Offer offer) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", offer.id());
        row.put("name", offer.name());
        row.put("kind", offer.kind().name().toLowerCase(Locale.ROOT));
        row.put("value", offer.value());
        row.put("cost", offer.cost());
        row.put("slots", offer.slots());
        row.put("code_prefix", offer.codePrefix());
        row.put("valid_for", offer.validFor() == null ? null : offer.validFor().toString());
        row.put("attributes", offer.attributes());
        return row;
    }
}
