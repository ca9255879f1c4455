package org.postroad.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;
import org.postroad.customer.consent.Consents;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Customers in PostgreSQL; their consents are in {@link Consents}. */
@Repository
class JdbcCustomers implements Customers {

    private static final ZoneId UNKNOWN_ZONE = ZoneId.of("UTC");
    private static final String INSERT_MISSING = Sql.of(JdbcCustomers.class, "insert-missing");
    private static final String BACKDATE = Sql.of(JdbcCustomers.class, "backdate-created-at");
    private static final String PUT = Sql.of(JdbcCustomers.class, "put-customer");
    private static final String MERGE = Sql.of(JdbcCustomers.class, "merge-details");

    private final JdbcTemplate jdbc;
    private final Consents consents;
    private final JsonColumns json;

    JdbcCustomers(JdbcTemplate jdbc, Consents consents, JsonColumns json) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.json = json;
    }

    @Override
    public Optional<Customer> find(String id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    @Override
    public Map<String, Customer> findAll(Collection<String> ids) {
        Map<String, Map<String, Consent>> consentsById = consents.ofAll(ids);
        Map<String, Customer> found = new HashMap<>();
        jdbc.query(
                "select * from customer where id = any(?)",
                row -> {
                    String id = row.getString("id");
                    found.put(id, customer(row, consentsById.getOrDefault(id, Map.of())));
                },
                (Object) SqlValues.texts(ids));
        return found;
    }

    /** The time zone of each customer by id, unknown customers included; UTC while unknown. */
    Map<String, ZoneId> zones(Collection<String> ids) {
        Map<String, ZoneId> zones = new HashMap<>();
        ids.forEach(id -> zones.put(id, UNKNOWN_ZONE));
        jdbc.query(
                "select id, time_zone from customer where id = any(?) and time_zone is not null",
                row -> {
                    zones.put(row.getString("id"), ZoneId.of(row.getString("time_zone")));
                },
                (Object) SqlValues.texts(ids));
        return zones;
    }

    /** Creates the customers that do not exist yet; {@code createdAt} is, and stays, the time of their earliest event. */
    void insertMissing(SortedMap<String, Instant> firstSeen) {
        String[] ids = SqlValues.texts(firstSeen.keySet());
        String[] since = SqlValues.texts(firstSeen.values(), Instant::toString);
        jdbc.update(INSERT_MISSING, ids, since);
        jdbc.update(BACKDATE, ids, since);
    }

    /** Replaces what is known of a customer, or creates one. */
    void put(CustomerDetails details) {
        jdbc.update(PUT, row(details));
    }

    /** Merges details: newer ones replace what is known, older ones only fill gaps. */
    void merge(List<CustomerDetails> details) {
        if (!details.isEmpty()) {
            jdbc.batchUpdate(MERGE, details.stream().map(this::row).toList());
        }
    }

    private Object[] row(CustomerDetails details) {
        return new Object[] {
            details.customerId(),
            SqlValues.timestamp(details.at()),
            details.email(),
            details.firstName(),
            details.lastName(),
            details.locale(),
            details.timeZone(),
            json.write(details.attributes())
        };
    }

    private Customer customer(ResultSet row, Map<String, Consent> consents) throws SQLException {
        return new Customer(
                row.getString("id"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("locale"),
                zone(row.getString("time_zone")),
                attributes(row),
                consents,
                SqlValues.instant(row, "created_at"));
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? UNKNOWN_ZONE : ZoneId.of(name);
    }

    /** A blank text is stored, so that an older value that arrives later does not replace it; readers do not see it. */
    private Map<String, Object> attributes(ResultSet row) throws SQLException {
        Map<String, Object> attributes = json.map(row, "attributes");
        attributes.values().removeIf(value -> value instanceof String text && text.isBlank());
        return attributes;
    }
}
