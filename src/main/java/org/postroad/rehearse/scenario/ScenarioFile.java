package org.postroad.rehearse.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The scenarios of a journey.
 *
 * @param goods what the catalog holds beside the simulated shop's: JSON-like objects by {@code products}, {@code articles}
 *     and {@code offers}
 */
record ScenarioFile(Path path, String journey, Map<String, List<Map<String, Object>>> goods, List<Scenario> scenarios) {

    static final String ENDING = ".scenarios.yaml";

    /** The diagram beside it. */
    Path diagram() {
        return path.resolveSibling(journey + ".bpmn");
    }
}
