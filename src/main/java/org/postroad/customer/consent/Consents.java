package org.postroad.customer.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The consent table. Of what a customer said on a topic, the latest counts, in whatever order it was heard. */
@Repository
public class Consents {

    private static final String NOTE = Sql.of(Consents.class, "note-consent");
    private static final String WITHDRAW_ALL = Sql.of(Consents.class, "withdraw-all-consents");

    private final JdbcTemplate jdbc;

    Consents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By topic. */
    public Map<String, Consent> of(String customerId) {
        return ofAll(List.of(customerId)).getOrDefault(customerId, Map.of());
    }

    /** By customer and topic. */
    public Map<String, Map<String, Consent>> ofAll(Collection<String> customerIds) {
        Map<String, Map<String, Consent>> byCustomer = new HashMap<>();
        jdbc.query(
                "select * from consent where customer_id = any(?)",
                row -> {
                    byCustomer
                            .computeIfAbsent(row.getString("customer_id"), id -> new HashMap<>())
                            .put(row.getString("topic"), consent(row));
                },
                (Object) customerIds.toArray(String[]::new));
        return byCustomer;
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getBoolean("granted"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("text"));
    }

    public void merge(List<ConsentChange> changes) {
        List<ConsentChange> inOrder = changes.stream()
                .sorted(Comparator.comparing(change -> change.consent().at()))
                .toList();
        List<Object[]> notes = inOrder.stream().map(Consents::row).toList();
        if (!notes.isEmpty()) {
            jdbc.batchUpdate(NOTE, notes);
        }
        inOrder.stream().filter(change -> change.topic().isEmpty()).forEach(this::withdrawAll);
    }

    /** Topics of which a withdrawal of everything says nothing yet are covered by the topic of commercial mail. */
    private static Object[] row(ConsentChange change) {
        Consent consent = change.consent();
        return new Object[] {
            change.customerId(),
            change.topic().orElse(Consent.MARKETING),
            consent.granted(),
            consent.at().atOffset(ZoneOffset.UTC),
            consent.source(),
            consent.text()
        };
    }

    private void withdrawAll(ConsentChange change) {
        jdbc.update(
                WITHDRAW_ALL,
                change.consent().at().atOffset(ZoneOffset.UTC),
                change.consent().source(),
                change.customerId(),
                change.consent().at().atOffset(ZoneOffset.UTC));
    }
}
