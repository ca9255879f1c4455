package org.postroad.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The enrolments of customers in journeys, open and ended. */
@Repository
public class Enrolments {

    private static final String SUMMARIES = Sql.of(Enrolments.class, "enrolment-summaries");
    private static final String ENROL = Sql.of(Enrolments.class, "enrol");
    private static final String TO_EXIT = Sql.of(Enrolments.class, "enrolments-to-exit");
    private static final String END = Sql.of(Enrolments.class, "end-enrolments");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionCache<String, Map<String, EnrolmentSummary>> known = new TransactionCache<>(this::read);

    Enrolments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Enrolment> find(UUID id) {
        return jdbc.sql("select * from enrolment where id = ?")
                .param(id)
                .query((row, n) -> enrolment(row))
                .optional();
    }

    /** By customer id; a customer who was never enrolled in the journey is absent. */
    public Map<String, EnrolmentSummary> summaries(String journey, Collection<String> customerIds) {
        Map<String, EnrolmentSummary> summaries = new HashMap<>();
        known.getAll(customerIds).forEach((customer, byJourney) -> {
            EnrolmentSummary summary = byJourney.get(journey);
            if (summary != null) {
                summaries.put(customer, summary);
            }
        });
        return summaries;
    }

    /** Those of the customers who are inside any journey. */
    public Set<String> inside(Collection<String> customerIds) {
        Set<String> inside = new HashSet<>();
        if (customerIds.isEmpty()) {
            return inside;
        }
        known.getAll(customerIds).forEach((customer, byJourney) -> {
            if (byJourney.values().stream().anyMatch(EnrolmentSummary::inside)) {
                inside.add(customer);
            }
        });
        return inside;
    }

    private Map<String, Map<String, EnrolmentSummary>> read(Collection<String> customerIds) {
        Map<String, Map<String, EnrolmentSummary>> summaries = new HashMap<>();
        jdbc.sql(SUMMARIES).param("customers", SqlValues.texts(customerIds)).query(row -> {
            summaries
                    .computeIfAbsent(row.getString("customer_id"), customer -> new HashMap<>())
                    .put(row.getString("journey"), summary(row));
        });
        return summaries;
    }

    /** Stores new enrolments. Returns those that were stored: not those whose run another node stored meanwhile. */
    public List<Enrolment> enrol(List<Enrolment> enrolments) {
        Set<UUID> stored = new HashSet<>(jdbc.sql(ENROL)
                .param("at", SqlValues.timestamp(clock.instant()))
                .param(
                        "ids",
                        SqlValues.texts(enrolments, enrolment -> enrolment.id().toString()))
                .param("journeys", SqlValues.texts(enrolments, Enrolment::journey))
                .param("customers", SqlValues.texts(enrolments, Enrolment::customerId))
                .param("runs", enrolments.stream().map(Enrolment::run).toArray(Integer[]::new))
                .param("holdouts", enrolments.stream().map(Enrolment::holdout).toArray(Boolean[]::new))
                .param("triggers", SqlValues.texts(enrolments, Enrolment::triggerEventId))
                .query(UUID.class)
                .list());
        known.forget(enrolments.stream().map(Enrolment::customerId).toList());
        return enrolments.stream()
                .filter(enrolment -> stored.contains(enrolment.id()))
                .toList();
    }

    public List<UUID> openOf(String customerId) {
        return jdbc.sql("select id from enrolment where customer_id = ? and ended_at is null")
                .param(customerId)
                .query(UUID.class)
                .list();
    }

    /** The open enrolments that these exits end. */
    public List<UUID> openOf(Collection<CustomerExit> exits) {
        return jdbc.sql(TO_EXIT)
                .param("customers", SqlValues.texts(exits, CustomerExit::customerId))
                .param("times", SqlValues.texts(exits, exit -> exit.at().toString()))
                .param("recent", exits.stream().map(CustomerExit::recent).toArray(Boolean[]::new))
                .query(UUID.class)
                .list();
    }

    /** Ends these enrolments. Returns those that were still open. */
    public List<Enrolment> end(Collection<EnrolmentEnded> ends) {
        List<Enrolment> ended = jdbc.sql(END)
                .param("at", SqlValues.timestamp(clock.instant()))
                .param("ids", SqlValues.texts(ends, end -> end.enrolmentId().toString()))
                .param("reasons", SqlValues.texts(ends, EnrolmentEnded::reason))
                .query((row, n) -> enrolment(row))
                .list();
        known.forget(ended.stream().map(Enrolment::customerId).toList());
        return ended;
    }

    /**
     * A customer who leaves all journeys.
     *
     * @param recent whether all open enrolments end; if not, only those begun before {@code at}
     */
    public record CustomerExit(String customerId, Instant at, boolean recent) {}

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getString("journey"),
                row.getString("customer_id"),
                row.getInt("run"),
                row.getBoolean("holdout"),
                row.getString("trigger_event_id"),
                SqlValues.instant(row, "entered_at"),
                SqlValues.instantIfAny(row, "ended_at"),
                Optional.ofNullable(row.getString("end_reason")));
    }

    private static EnrolmentSummary summary(ResultSet row) throws SQLException {
        return new EnrolmentSummary(
                row.getInt("runs"), SqlValues.instant(row, "last_entered"), row.getBoolean("inside"));
    }
}
