package org.postroad.report.diagram;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postroad.journey.JourneyEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The diagrams of the deployed journeys; each version is parsed once. */
@Component
public class JourneyDiagrams {

    private static final Logger log = LoggerFactory.getLogger(JourneyDiagrams.class);

    private final JourneyEngine engine;
    private final Map<String, CachedDiagram> cache = new ConcurrentHashMap<>();

    JourneyDiagrams(JourneyEngine engine) {
        this.engine = engine;
    }

    /** Empty if there is no such journey, or it has no diagram. */
    public Optional<JourneyDiagram> of(String journey) {
        return engine.bpmnXml(journey)
                .flatMap(xml -> cache.compute(
                                journey,
                                (key, known) -> known != null && known.xml.equals(xml) ? known : read(journey, xml))
                        .diagram);
    }

    /** The name of the step; its id if it is not in the latest version. */
    public String stepName(String journey, String step) {
        return of(journey).map(diagram -> diagram.stepNames().get(step)).orElse(step);
    }

    private static CachedDiagram read(String journey, String xml) {
        try {
            return new CachedDiagram(xml, Optional.of(JourneyDiagram.of(xml)));
        } catch (DiagramUnreadable e) {
            log.warn("Journey {} is shown without a diagram: {}", journey, e.getMessage());
            return new CachedDiagram(xml, Optional.empty());
        }
    }

    private record CachedDiagram(String xml, Optional<JourneyDiagram> diagram) {}
}
