package org.postroad.report.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.lifecycle.JourneyStates;
import org.postroad.report.diagram.Diagrams;
import org.postroad.report.diagram.JourneyDiagram;
import org.springframework.stereotype.Component;

/** The numbers of the journeys that are deployed, as of now. */
@Component
public class JourneyReports {

    private final JourneyEngine engine;
    private final JourneyStates states;
    private final Diagrams diagrams;
    private final Figures figures;

    JourneyReports(JourneyEngine engine, JourneyStates states, Diagrams diagrams, Figures figures) {
        this.engine = engine;
        this.states = states;
        this.diagrams = diagrams;
        this.figures = figures;
    }

    /** All journeys, each in one line, by name. */
    public List<Headline> headlines() {
        Map<String, Figures.Totals> totals = figures.totals();
        return engine.journeys().stream()
                .map(journey -> headline(journey, totals.getOrDefault(journey.key(), Figures.Totals.NONE)))
                .sorted(java.util.Comparator.comparing(Headline::name))
                .toList();
    }

    /** One journey in detail; empty if no such journey is deployed. */
    public Optional<JourneyReport> of(String key) {
        return engine.journeys().stream()
                .filter(journey -> journey.key().equals(key))
                .findFirst()
                .map(this::report);
    }

    private JourneyReport report(Journey journey) {
        String key = journey.key();
        return new JourneyReport(
                headline(journey, figures.totals().getOrDefault(key, Figures.Totals.NONE)),
                figures.endedByReason(key),
                steps(key),
                figures.mailsByState(key),
                figures.notSentByReason(key),
                figures.conversionsByStep(key),
                figures.lift(key));
    }

    private List<JourneyReport.Step> steps(String key) {
        Map<String, Long> waiting = engine.waitingBySteps(key);
        Map<String, Long> passed = figures.passedByStep(key);
        return diagrams.of(key).map(JourneyDiagram::stepNames).orElse(Map.of()).entrySet().stream()
                .map(step -> new JourneyReport.Step(
                        step.getKey(),
                        step.getValue(),
                        waiting.getOrDefault(step.getKey(), 0L),
                        passed.getOrDefault(step.getKey(), 0L)))
                .toList();
    }

    private Headline headline(Journey journey, Figures.Totals totals) {
        return new Headline(
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
