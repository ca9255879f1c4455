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

/** The numbers of the journeys that are deployed, as of now. */
@Component
public class JourneyReports {

    private final JourneyEngine engine;
    private final JourneyStates states;
    private final JourneyDiagrams journeyDiagrams;
    private final JourneyStatistics journeyStatistics;

    JourneyReports(
            JourneyEngine engine,
            JourneyStates states,
            JourneyDiagrams journeyDiagrams,
            JourneyStatistics journeyStatistics) {
        this.engine = engine;
        this.states = states;
        this.journeyDiagrams = journeyDiagrams;
        this.journeyStatistics = journeyStatistics;
    }

    /** All journeys, each in one line, by name. */
    public List<JourneySummary> summaries() {
        Map<String, JourneyStatistics.Totals> totals = journeyStatistics.totals();
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
        return journeyDiagrams.of(report.headline().key()).map(diagram -> diagram.svg(title, traffic));
    }

    private JourneyReport report(Journey journey) {
        String key = journey.key();
        return new JourneyReport(
                summary(journey, journeyStatistics.totals().getOrDefault(key, JourneyStatistics.Totals.NONE)),
                journeyStatistics.endedByReason(key),
                steps(key),
                journeyStatistics.mailsByState(key),
                journeyStatistics.notSentByReason(key),
                journeyStatistics.conversionsByStep(key),
                journeyStatistics.lift(key));
    }

    private List<JourneyReport.Step> steps(String key) {
        Map<String, Long> waiting = engine.waitingBySteps(key);
        Map<String, Long> passed = journeyStatistics.passedByStep(key);
        return journeyDiagrams.of(key).map(JourneyDiagram::stepNames).orElse(Map.of()).entrySet().stream()
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
