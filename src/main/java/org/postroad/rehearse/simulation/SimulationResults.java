package org.postroad.rehearse.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.postroad.journey.RehearsalEngine;
import org.postroad.rehearse.FlowCoverage;
import org.postroad.report.JourneySnapshots;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the outcome of a simulation from the database. */
@Repository
@Conditional(RehearsalMode.class)
class SimulationResults {

    private static final String CONCURRENT_JOURNEYS = Sql.of(SimulationResults.class, "concurrent-journeys");
    private static final String DAILY_FIGURES = Sql.of(SimulationResults.class, "daily-figures");
    private static final String DELAYED = """
            select properties ->> 'reason' as name, count(*) as number from event
            where type = 'email_deferred' and properties ->> 'journey' = :journey and occurred_at > :starts
            group by 1 order by 1""";
    private static final String MAILS_PER_DAY = Sql.of(SimulationResults.class, "mails-per-day");

    private final JourneySnapshots journeySnapshots;
    private final RehearsalEngine engine;
    private final JdbcClient jdbc;

    SimulationResults(JourneySnapshots journeySnapshots, RehearsalEngine engine, JdbcClient jdbc) {
        this.journeySnapshots = journeySnapshots;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** @throws IllegalArgumentException with a sentence, if the journey is not deployed */
    SimulationResult of(SimulationPlan plan) {
        String journey = plan.journey();
        return new SimulationResult(
                journeySnapshots
                        .of(journey)
                        .orElseThrow(() ->
                                new IllegalArgumentException("There is no journey '" + journey + "' in these files.")),
                counts("""
                        select step as name, count(*) as number from message
                        where journey = :journey and sent_at is not null group by 1 order by 1""", journey),
                counts("""
                        select reason as name, count(*) as number from message
                        where journey = :journey and state in ('SKIPPED', 'CANCELLED', 'FAILED') group by 1 order by 1""", journey),
                counts(CONCURRENT_JOURNEYS, journey),
                counts(jdbc.sql(DELAYED).param("journey", journey).param("starts", SqlValues.timestamp(plan.starts()))),
                counts("""
                        select action as name, count(*) as number from decision
                        where journey = :journey and not holdout group by 1 order by 2 desc, 1""", journey),
                counts(jdbc.sql(MAILS_PER_DAY).param("days", plan.days())),
                FlowCoverage.of(engine.flows(journey), engine.flowsTaken(journey))
                        .neverTaken(),
                charts(plan));
    }

    private List<LineChart> charts(SimulationPlan plan) {
        List<DailyFigures> days = jdbc.sql(DAILY_FIGURES)
                .param("journey", plan.journey())
                .param("starts", SqlValues.timestamp(plan.starts()))
                .param("days", plan.days())
                .query(DailyFigures.class)
                .list();
        return List.of(
                LineChart.of("People inside", List.of(series("inside", days, DailyFigures::inside))),
                LineChart.of("Mails a day", List.of(series("mails", days, DailyFigures::mails))),
                LineChart.of(
                        "Revenue since entry, a head",
                        List.of(
                                series("in the journey", days, DailyFigures::mailedRevenuePerHead),
                                series("held out", days, DailyFigures::heldOutRevenuePerHead))));
    }

    private static LineChart.Series series(
            String name, List<DailyFigures> days, ToDoubleFunction<DailyFigures> figure) {
        return new LineChart.Series(name, days.stream().mapToDouble(figure).toArray());
    }

    private Map<String, Long> counts(String sql, String journey) {
        return counts(jdbc.sql(sql).param("journey", journey));
    }

    private static Map<String, Long> counts(JdbcClient.StatementSpec statement) {
        Map<String, Long> counts = new LinkedHashMap<>();
        statement.query(row -> {
            counts.put(String.valueOf(row.getString("name")), row.getLong("number"));
        });
        return counts;
    }
}
