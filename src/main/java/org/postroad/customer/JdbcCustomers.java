package org.postroad.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;
import org.postroad.customer.consent.Consents;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Customers and their consents in PostgreSQL. */
@Repository
class JdbcCustomers implements Customers {

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private static final ZoneId UNKNOWN_ZONE = ZoneId.of("UTC");
    private static final String GREET = Sql.of(JdbcCustomers.class, "greet-customers");
    private static final String KNOWN_EARLIER = Sql.of(JdbcCustomers.class, "known-earlier");
    private static final String PUT = Sql.of(JdbcCustomers.class, "put-customer");
    private static final String NOTE = Sql.of(JdbcCustomers.class, "note-details");

    private final JdbcTemplate jdbc;
    private final Consents consents;
    private final ObjectMapper json;

    JdbcCustomers(JdbcTemplate jdbc, Consents consents, ObjectMapper json) {
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
        Map<String, Map<String, Consent>> said = consents.ofAll(ids);
        Map<String, Customer> found = new HashMap<>();
        jdbc.query(
                "select * from customer where id = any(?)",
                row -> {
                    found.put(row.getString("id"), customer(row, said.getOrDefault(row.getString("id"), Map.of())));
                },
                (Object) ids.toArray(String[]::new));
        return found;
    }

    /** The time zones of customers; UTC while unknown. */
    Map<String, ZoneId> zones(Collection<String> ids) {
        Map<String, ZoneId> zones = new HashMap<>();
        ids.forEach(id -> zones.put(id, UNKNOWN_ZONE));
        jdbc.query(
                "select id, time_zone from customer where id = any(?) and time_zone is not null",
                row -> {
                    zones.put(row.getString("id"), ZoneId.of(row.getString("time_zone")));
                },
                (Object) ids.toArray(String[]::new));
        return zones;
    }

    /** Makes customers of those who are not known yet; we know them since the first thing that we heard of them. */
    void insertMissing(SortedMap<String, Instant> firstSeen) {
        String[] ids = firstSeen.keySet().toArray(String[]::new);
        String[] since = firstSeen.values().stream().map(Instant::toString).toArray(String[]::new);
        jdbc.update(GREET, ids, since);
        jdbc.update(KNOWN_EARLIER, ids, since);
    }

    /** Replaces what is known of a customer, or makes a new one. */
    void put(CustomerDetails customerDetails) {
        jdbc.update(PUT, row(customerDetails));
    }

    /** Adds to what is known: newer replaces older, older only fills gaps. */
    void merge(List<CustomerDetails> details) {
        if (!details.isEmpty()) {
            jdbc.batchUpdate(NOTE, details.stream().map(this::row).toList());
        }
    }

    private Object[] row(CustomerDetails customerDetails) {
        return new Object[] {
            customerDetails.customerId(),
            customerDetails.at().atOffset(ZoneOffset.UTC),
            customerDetails.email(),
            customerDetails.firstName(),
            customerDetails.lastName(),
            customerDetails.locale(),
            customerDetails.timeZone(),
            write(customerDetails.attributes())
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
                attributes(row.getString("attributes")),
                consents,
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? UNKNOWN_ZONE : ZoneId.of(name);
    }

    private String write(Map<String, Object> attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Attributes cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A blank is kept, so that what was told earlier and comes later cannot undo it; to everybody else it is nothing. */
    private Map<String, Object> attributes(String column) {
        try {
            Map<String, Object> attributes = json.readValue(column, ATTRIBUTES);
            attributes.values().removeIf(value -> value instanceof String text && text.isBlank());
            return attributes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A customer's attributes cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
