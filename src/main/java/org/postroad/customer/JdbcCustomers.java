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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;
import org.postroad.customer.consent.Consents;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Customers in PostgreSQL; their consents are in {@link Consents}. */
@Repository
class JdbcCustomers implements Customers {

    private static final ZoneId UNKNOWN_ZONE = ZoneId.of("UTC");
    private static final String READ = Sql.of(JdbcCustomers.class, "read-customers");
    private static final String INSERT_MISSING = Sql.of(JdbcCustomers.class, "insert-missing");
    private static final String BACKDATE = Sql.of(JdbcCustomers.class, "backdate-created-at");
    private static final String PUT = Sql.of(JdbcCustomers.class, "put-customer");
    private static final String MERGE = Sql.of(JdbcCustomers.class, "merge-details");

    private final JdbcTemplate jdbc;
    private final Consents consents;
    private final JsonColumns json;
    private final TransactionCache<String, Customer> known = new TransactionCache<>(this::read);

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
        Map<String, Customer> found = known.getAll(ids);
        if (TransactionCache.isActive()) { // in which consents may have changed since the customers were read
            Map<String, Map<String, Consent>> current = consents.ofAll(found.keySet());
            found.replaceAll((id, customer) -> customer.withConsents(current.getOrDefault(id, Map.of())));
        }
        return found;
    }

    private Map<String, Customer> read(Collection<String> ids) {
        Map<String, Customer> found = new HashMap<>();
        jdbc.query(
                READ,
                row -> {
                    Customer customer = customer(row, consents.read(row.getString("consents")));
                    consents.remember(customer.id(), customer.consents());
                    found.put(customer.id(), customer);
                },
                (Object) SqlValues.texts(ids));
        return found;
    }

    /** The time zone of each customer by id, unknown customers included; UTC while unknown. */
    Map<String, ZoneId> zones(Collection<String> ids) {
        Map<String, Customer> found = known.getAll(ids);
        Map<String, ZoneId> zones = new HashMap<>();
        ids.forEach(id -> zones.put(
                id, Optional.ofNullable(found.get(id)).map(Customer::timeZone).orElse(UNKNOWN_ZONE)));
        return zones;
    }

    /** Creates the customers that do not exist yet; {@code createdAt} is, and stays, the time of their earliest event. */
    void insertMissing(SortedMap<String, Instant> firstSeen) {
        Map<String, Customer> found = known.getAll(firstSeen.keySet());
        SortedMap<String, Instant> earlier = new TreeMap<>();
        firstSeen.forEach((id, at) -> {
            Customer customer = found.get(id);
            if (customer == null || at.isBefore(customer.createdAt())) {
                earlier.put(id, at);
            }
        });
        if (!earlier.isEmpty()) {
            String[] ids = SqlValues.texts(earlier.keySet());
            String[] since = SqlValues.texts(earlier.values(), Instant::toString);
            if (!found.keySet().containsAll(earlier.keySet())) {
                jdbc.update(INSERT_MISSING, ids, since);
            }
            jdbc.update(BACKDATE, ids, since);
            known.forget(earlier.keySet());
        }
    }

    /** Replaces what is known of a customer, or creates one. */
    void put(CustomerDetails details) {
        jdbc.update(PUT, row(details));
        known.forget(List.of(details.customerId()));
    }

    /** Merges details: newer ones replace what is known, older ones only fill gaps. */
    void merge(List<CustomerDetails> details) {
        if (!details.isEmpty()) {
            jdbc.batchUpdate(MERGE, details.stream().map(this::row).toList());
            known.forget(details.stream().map(CustomerDetails::customerId).toList());
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
