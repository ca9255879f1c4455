package org.postroad.customer.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.event.EventSettings;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The consents of customers by topic. On each topic the latest statement counts, in whatever order they arrive; of two that
 * may be of the same moment, the withdrawal counts.
 */
@Repository
public class Consents {

    private static final String MERGE = Sql.of(Consents.class, "merge-consent");
    private static final String WITHDRAW_ALL = Sql.of(Consents.class, "withdraw-all-consents");

    private static final TypeReference<Map<String, StoredConsent>> BY_TOPIC = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonColumns json;
    private final Duration tolerance;
    private final TransactionCache<String, Map<String, Consent>> known = new TransactionCache<>(this::read);

    Consents(JdbcTemplate jdbc, JsonColumns json, EventSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.tolerance = settings.futureTolerance();
    }

    /** The consents of a customer, by topic. */
    public Map<String, Consent> of(String customerId) {
        return ofAll(List.of(customerId)).getOrDefault(customerId, Map.of());
    }

    /** Consents by customer id and topic; a customer without any is absent. One query. */
    public Map<String, Map<String, Consent>> ofAll(Collection<String> customerIds) {
        return known.getAll(customerIds);
    }

    private Map<String, Map<String, Consent>> read(Collection<String> customerIds) {
        Map<String, Map<String, Consent>> byCustomer = new HashMap<>();
        jdbc.query(
                "select * from consent where customer_id = any(?)",
                row -> {
                    byCustomer
                            .computeIfAbsent(row.getString("customer_id"), id -> new HashMap<>())
                            .put(row.getString("topic"), consent(row));
                },
                (Object) SqlValues.texts(customerIds));
        return byCustomer;
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getBoolean("granted"),
                SqlValues.instant(row, "at"),
                row.getString("source"),
                row.getString("text"));
    }

    /** Consents by topic, from a JSON object of rows of the table: for a query that also reads other things. */
    public Map<String, Consent> read(String byTopic) {
        Map<String, Consent> consents = new HashMap<>();
        json.read(byTopic, BY_TOPIC).forEach((topic, stored) -> consents.put(topic, stored.consent()));
        return consents;
    }

    private record StoredConsent(
            boolean granted,
            OffsetDateTime at,
            @Nullable String source,
            @Nullable String text) {

        Consent consent() {
            return new Consent(granted, at.toInstant(), source, text);
        }
    }

    /** Spares the current transaction the query for consents that another query has read. */
    public void remember(String customerId, Map<String, Consent> consents) {
        known.put(customerId, consents);
    }

    /** Stores changes, in the order in which they were received. One that is older than what is stored has no effect. */
    public void merge(List<ConsentChange> changes) {
        List<Object[]> rows = new ArrayList<>();
        for (ConsentChange change : changes) {
            rows.add(row(change));
            if (change.topic().isEmpty()) {
                mergeRows(rows);
                withdrawAll(change);
            }
        }
        mergeRows(rows);
        known.forget(changes.stream().map(ConsentChange::customerId).toList());
    }

    private void mergeRows(List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(MERGE, rows);
            rows.clear();
        }
    }

    /**
     * A withdrawal of everything is stored on commercial mail, which may have no row yet. Other topics without a row have
     * no consent anyway, except {@link Consent#SERVICE}, which needs none.
     */
    private Object[] row(ConsentChange change) {
        Consent consent = change.consent();
        return new Object[] {
            change.customerId(),
            change.topic().orElse(Consent.MARKETING),
            consent.granted(),
            SqlValues.timestamp(consent.at()),
            consent.source(),
            consent.text(),
            SqlValues.timestamp(change.winsUpTo(tolerance))
        };
    }

    private void withdrawAll(ConsentChange change) {
        Consent consent = change.consent();
        jdbc.update(
                WITHDRAW_ALL,
                SqlValues.timestamp(consent.at()),
                consent.source(),
                change.customerId(),
                SqlValues.timestamp(change.winsUpTo(tolerance)));
    }
}
