package org.postroad.report.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts enrolments, steps, mails and conversions in the database. */
@Component
class JourneyStatistics {

    private static final String TOTALS = Sql.of(JourneyStatistics.class, "totals");
    private static final String LIFT = Sql.of(JourneyStatistics.class, "lift");

    private final JdbcClient jdbc;
    private final Clock clock;

    JourneyStatistics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Totals> totals() {
        Map<String, Totals> totals = new LinkedHashMap<>();
        jdbc.sql(TOTALS).query(row -> {
            totals.put(row.getString("journey"), Totals.from(row));
        });
        return totals;
    }

    Map<String, Long> endedByReason(String journey) {
        return counts("""
                select coalesce(end_reason, 'unknown') as name, count(*) as number from enrolment
                 where journey = ? and ended_at is not null group by 1 order by 2 desc, 1""", journey);
    }

    Map<String, Long> passedByStep(String journey) {
        return counts(
                "select step as name, count(distinct enrolment_id) as number from step where journey = ? group by 1",
                journey);
    }

    Map<String, Long> mailsByState(String journey) {
        return counts(
                "select state as name, count(*) as number from message where journey = ? group by 1 order by 2 desc, 1",
                journey);
    }

    Map<String, Long> notSentByReason(String journey) {
        return counts("""
                select coalesce(reason, 'unknown') as name, count(*) as number from message
                 where journey = ? and state in ('SKIPPED', 'CANCELLED') group by 1 order by 2 desc, 1""", journey);
    }

    List<JourneyReport.StepConversions> conversionsByStep(String journey) {
        return jdbc.sql("""
                        select step, count(*) as conversions, sum(revenue) as revenue from conversion
                         where journey = ? group by step order by step""")
                .param(journey)
                .query(JourneyReport.StepConversions.class)
                .list();
    }

    Lift lift(String journey) {
        Instant matured = clock.instant().minus(Lift.WINDOW);
        Map<Boolean, ExperimentGroup> groups = new LinkedHashMap<>();
        jdbc.sql(LIFT)
                .param("journey", journey)
                .param("matured", SqlValues.timestamp(matured))
                .param("days", Lift.WINDOW.toDays())
                .query(row -> {
                    groups.put(row.getBoolean("holdout"), group(row));
                });
        return Lift.between(
                groups.getOrDefault(false, ExperimentGroup.NOBODY),
                groups.getOrDefault(true, ExperimentGroup.NOBODY),
                underWay(journey, matured));
    }

    private long underWay(String journey, Instant matured) {
        return jdbc.sql("select count(*) from enrolment where journey = ? and entered_at > ?")
                .params(journey, SqlValues.timestamp(matured))
                .query(Long.class)
                .single();
    }

    private static ExperimentGroup group(ResultSet row) throws SQLException {
        return new ExperimentGroup(
                row.getLong("people"), row.getLong("purchasers"), row.getDouble("revenue"), row.getDouble("variance"));
    }

    private Map<String, Long> counts(String sql, String journey) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql).param(journey).query(row -> {
            counts.put(row.getString("name"), row.getLong("number"));
        });
        return counts;
    }

    /** The totals of one journey. */
    record Totals(
            long entered,
            long inside,
            long holdout,
            long mailsSent,
            long conversions,
            BigDecimal revenue,
            @Nullable String currency) {

        static final Totals NONE = new Totals(0, 0, 0, 0, 0, BigDecimal.ZERO, null);

        static Totals from(ResultSet row) throws SQLException {
            return new Totals(
                    row.getLong("entered"),
                    row.getLong("inside"),
                    row.getLong("holdout"),
                    row.getLong("mails_sent"),
                    row.getLong("conversions"),
                    row.getBigDecimal("revenue"),
                    row.getString("currency"));
        }
    }
}
