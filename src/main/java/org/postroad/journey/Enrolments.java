package org.postroad.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who walks, or has walked, which journey. */
@Repository
public class Enrolments {

    private static final String STANDINGS = Sql.of(Enrolments.class, "standings");
    private static final String ENROL = Sql.of(Enrolments.class, "enrol");
    private static final String WALKS_TO_LEAVE = Sql.of(Enrolments.class, "walks-to-leave");
    private static final String END_WALKS = Sql.of(Enrolments.class, "end-walks");

    private final JdbcClient jdbc;
    private final Clock clock;

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

    /** By customer; who has never walked the journey is absent. */
    public Map<String, EnrolmentSummary> summaries(String journey, Collection<String> customerIds) {
        Map<String, EnrolmentSummary> standings = new HashMap<>();
        jdbc.sql(STANDINGS)
                .param("journey", journey)
                .param("customers", customerIds.toArray(String[]::new))
                .query(row -> {
                    standings.put(row.getString("customer_id"), standing(row));
                });
        return standings;
    }

    /** Stores these and answers with those of them that nobody else has stored meanwhile. */
    public List<Enrolment> enrol(List<Enrolment> enrolments) {
        Set<UUID> stored = new HashSet<>(jdbc.sql(ENROL)
                .param("at", at(clock.instant()))
                .param("ids", texts(enrolments, enrolment -> enrolment.id().toString()))
                .param("journeys", texts(enrolments, Enrolment::journey))
                .param("customers", texts(enrolments, Enrolment::customerId))
                .param("runs", enrolments.stream().map(Enrolment::run).toArray(Integer[]::new))
                .param("holdouts", enrolments.stream().map(Enrolment::holdout).toArray(Boolean[]::new))
                .param("triggers", texts(enrolments, Enrolment::triggerEventId))
                .query(UUID.class)
                .list());
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

    /** The open walks that are ended so. */
    public List<UUID> openOf(Collection<CustomerExit> leaving) {
        return jdbc.sql(WALKS_TO_LEAVE)
                .param("customers", texts(leaving, CustomerExit::customerId))
                .param("moments", texts(leaving, one -> one.at().toString()))
                .param("fresh", leaving.stream().map(CustomerExit::fresh).toArray(Boolean[]::new))
                .query(UUID.class)
                .list();
    }

    /** Ends these and answers with those that were still open. */
    public List<EndedEnrolment> end(Collection<EnrolmentEnded> ends) {
        return jdbc.sql(END_WALKS)
                .param("at", at(clock.instant()))
                .param("ids", texts(ends, end -> end.enrolmentId().toString()))
                .param("reasons", texts(ends, EnrolmentEnded::reason))
                .query((row, n) -> new EndedEnrolment(
                        row.getObject("id", UUID.class),
                        row.getString("journey"),
                        row.getString("customer_id"),
                        row.getString("end_reason")))
                .list();
    }

    /** A customer who leaves all journeys, since when, and whether that is news. */
    public record CustomerExit(String customerId, Instant at, boolean fresh) {}

    /** A walk that has just ended. */
    public record EndedEnrolment(UUID id, String journey, String customerId, String reason) {}

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getString("journey"),
                row.getString("customer_id"),
                row.getInt("run"),
                row.getBoolean("holdout"),
                row.getString("trigger_event_id"),
                instant(row, "entered_at").orElseThrow(),
                instant(row, "ended_at"),
                row.getString("end_reason"));
    }

    private static EnrolmentSummary standing(ResultSet row) throws SQLException {
        return new EnrolmentSummary(
                row.getInt("runs"), instant(row, "last_entered").orElseThrow(), row.getBoolean("inside"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable String[] texts(Collection<T> things, Function<T, @Nullable String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }
}
