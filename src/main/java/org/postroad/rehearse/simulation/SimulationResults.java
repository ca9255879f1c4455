package org.postroad.rehearse.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroad.journey.RehearsalEngine;
import org.postroad.report.JourneySnapshots;
import org.postroad.report.JourneySnapshots.JourneySnapshot;
import org.postroad.sql.Sql;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what came of a simulation. */
@Repository
@Conditional(RehearsalMode.class)
class SimulationResults {

    private static final String OTHERS = Sql.of(SimulationResults.class, "others-at-once");
    private static final String MAILS_A_DAY = Sql.of(SimulationResults.class, "mails-a-day");

    private final JourneySnapshots journeySnapshots;
    private final RehearsalEngine engine;
    private final JdbcClient jdbc;

    SimulationResults(JourneySnapshots journeySnapshots, RehearsalEngine engine, JdbcClient jdbc) {
        this.journeySnapshots = journeySnapshots;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    SimulationResult of(SimulationPlan simulationPlan) {
        String journey = simulationPlan.journey();
        JourneySnapshot journeySnapshot = journeySnapshots
                .of(journey)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no journey '" + journey + "' in these files."));
        return new SimulationResult(
                journeySnapshot.svg(),
                new SimulationResult.EnrolmentCounts(
                        journeySnapshot.entered(),
                        journeySnapshot.inside(),
                        journeySnapshot.heldOut(),
                        journeySnapshot.endedByReason()),
                counts("""
                        select step as name, count(*) as number from message
                        where journey = :journey and sent_at is not null group by 1 order by 1""", journey),
                counts("""
                        select reason as name, count(*) as number from message
                        where journey = :journey and state in ('SKIPPED', 'CANCELLED', 'FAILED') group by 1 order by 1""", journey),
                counts(OTHERS, journey),
                counts("""
                        select properties ->> 'reason' as name, count(*) as number from event
                        where type = 'email_deferred' and properties ->> 'journey' = :journey group by 1 order by 1""", journey),
                counts("""
                        select action as name, count(*) as number from decision
                        where journey = :journey and not holdout group by 1 order by 2 desc, 1""", journey),
                mailsADay(simulationPlan),
                new SimulationResult.RevenueLift(
                        journeySnapshot.windowDays(),
                        journeySnapshot.treated(),
                        journeySnapshot.control(),
                        journeySnapshot.revenuePerHead(),
                        journeySnapshot.lift(),
                        journeySnapshot.liftLow(),
                        journeySnapshot.liftHigh(),
                        journeySnapshot.liftInWords()),
                deadPaths(journey));
    }

    private Map<String, Long> counts(String sql, String journey) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql).param("journey", journey).query(row -> {
            counts.put(String.valueOf(row.getString("name")), row.getLong("number"));
        });
        return counts;
    }

    private Map<String, Long> mailsADay(SimulationPlan simulationPlan) {
        Map<String, Long> days = new LinkedHashMap<>();
        jdbc.sql(MAILS_A_DAY).param("days", simulationPlan.days()).query(row -> {
            days.put(row.getString("mails"), row.getLong("days"));
        });
        return days;
    }

    private List<String> deadPaths(String journey) {
        Map<String, RehearsalEngine.Flow> flows = engine.flows(journey);
        flows.keySet().removeAll(engine.flowsTaken(journey));
        return flows.entrySet().stream()
                .map(flow -> "%s (%s → %s)"
                        .formatted(
                                flow.getKey(),
                                flow.getValue().from(),
                                flow.getValue().to()))
                .sorted()
                .toList();
    }
}
