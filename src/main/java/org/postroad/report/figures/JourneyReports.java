package org.postroad.report.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.lifecycle.JourneyStates;
import org.postroad.report.diagram.JourneyDiagram;
import org.postroad.report.diagram.JourneyDiagrams;
import org.postroad.report.diagram.StepTraffic;
import org.springframework.stereotype.Component;

/** The figures of the deployed journeys, as of now. */
@Component
public class JourneyReports {

    private final JourneyEngine engine;
    private final JourneyStates states;
    private final JourneyDiagrams diagrams;
    private final JourneyStatistics statistics;

    JourneyReports(JourneyEngine engine, JourneyStates states, JourneyDiagrams diagrams, JourneyStatistics statistics) {
        this.engine = engine;
        this.states = states;
        this.diagrams = diagrams;
        this.statistics = statistics;
    }

    /** All journeys, ordered by name. */
    public List<JourneySummary> summaries() {
        Map<String, JourneyStatistics.Totals> totals = statistics.totals();
        return engine.journeys().stream()
                .map(journey -> summary(journey, totals.getOrDefault(journey.key(), JourneyStatistics.Totals.NONE)))
                .sorted(Comparator.comparing(JourneySummary::name))
                .toList();
    }

    /** One journey in detail; empty if no such journey is deployed. */
    public Optional<JourneyReport> of(String key) {
        return engine.journeys().stream()
                .filter(journey -> journey.key().equals(key))
                .findFirst()
                .map(this::report);
    }

    /**
     * The journey's diagram as SVG, with the people of the report at its steps; empty if it has no diagram.
     *
     * @param title what the picture shows, for those who cannot see it
     */
    public Optional<String> diagram(JourneyReport report, String title) {
        Map<String, StepTraffic> traffic = report.steps().stream()
                .collect(Collectors.toMap(
                        JourneyReport.Step::id, step -> new StepTraffic(step.waiting(), step.passed())));
        return diagrams.of(report.headline().key()).map(diagram -> diagram.svg(title, traffic));
    }

    private JourneyReport report(Journey journey) {
        String key = journey.key();
        return new JourneyReport(
                summary(journey, statistics.totals().getOrDefault(key, JourneyStatistics.Totals.NONE)),
                statistics.endedByReason(key),
                steps(key),
                statistics.mailsByState(key),
                statistics.notSentByReason(key),
                statistics.conversionsByStep(key),
                statistics.lift(key));
    }

    private List<JourneyReport.Step> steps(String key) {
        Map<String, Long> waiting = engine.waitingBySteps(key);
        Map<String, Long> passed = statistics.passedByStep(key);
        return diagrams.of(key).map(JourneyDiagram::stepNames).orElse(Map.of()).entrySet().stream()
                .map(step -> new JourneyReport.Step(
                        step.getKey(),
                        step.getValue(),
                        waiting.getOrDefault(step.getKey(), 0L),
                        passed.getOrDefault(step.getKey(), 0L)))
                .toList();
    }

    private JourneySummary summary(Journey journey, JourneyStatistics.Totals totals) {
        return new JourneySummary(
                journey.key(),
                journey.name(),
                journey.version(),
                journey.documentation(),
                totals.entered(),
                totals.inside(),
                totals.holdout(),
                totals.mailsSent(),
                totals.conversions(),
                totals.revenue(),
                totals.currency(),
                states.of(journey.key()));
    }
}
