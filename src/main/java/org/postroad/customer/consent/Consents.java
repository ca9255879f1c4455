package org.postroad.customer.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The consents of customers by topic. On each topic the latest statement counts, in whatever order they arrive. */
@Repository
public class Consents {

    private static final String MERGE = Sql.of(Consents.class, "merge-consent");
    private static final String WITHDRAW_ALL = Sql.of(Consents.class, "withdraw-all-consents");

    private final JdbcTemplate jdbc;

    Consents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The consents of a customer, by topic. */
    public Map<String, Consent> of(String customerId) {
        return ofAll(List.of(customerId)).getOrDefault(customerId, Map.of());
    }

    /** Consents by customer id and topic; a customer without any is absent. One query. */
    public Map<String, Map<String, Consent>> ofAll(Collection<String> customerIds) {
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

    /** Stores changes. One that is older than what is stored on its topic has no effect. */
    public void merge(List<ConsentChange> changes) {
        List<ConsentChange> inOrder = changes.stream()
                .sorted(Comparator.comparing(change -> change.consent().at()))
                .toList();
        List<Object[]> rows = inOrder.stream().map(Consents::row).toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(MERGE, rows);
        }
        inOrder.stream().filter(change -> change.topic().isEmpty()).forEach(this::withdrawAll);
    }

    /**
     * A withdrawal of everything is stored on commercial mail, which may have no row yet. Other topics without a row have
     * no consent anyway, except {@link Consent#SERVICE}, which needs none.
     */
    private static Object[] row(ConsentChange change) {
        Consent consent = change.consent();
        return new Object[] {
            change.customerId(),
            change.topic().orElse(Consent.MARKETING),
            consent.granted(),
            SqlValues.timestamp(consent.at()),
            consent.source(),
            consent.text()
        };
    }

    private void withdrawAll(ConsentChange change) {
        Consent consent = change.consent();
        jdbc.update(
                WITHDRAW_ALL,
                SqlValues.timestamp(consent.at()),
                consent.source(),
                change.customerId(),
                SqlValues.timestamp(consent.at()));
    }
}
