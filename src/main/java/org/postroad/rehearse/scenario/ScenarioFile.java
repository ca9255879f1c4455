package org.postroad.rehearse.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A journey's file of scenarios.
 *
 * @param catalog what the catalog holds in addition to the simulated shop's: JSON-like objects by {@code products},
 *     {@code articles} and {@code offers}
 */
record ScenarioFile(
        Path path, String journey, Map<String, List<Map<String, Object>>> catalog, List<Scenario> scenarios) {

    static final String ENDING = ".scenarios.yaml";

    /** The diagram beside it. */
    Path diagram() {
        return path.resolveSibling(journey + ".bpmn");
    }
}
