package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.journey.RehearsalEngine;
import org.postroad.rehearse.RehearsalApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mutation test of the scenarios: faults are put into the stock journeys, one at a time, and a scenario must fail. One
 * journey by default; all with {@code -Dpostroad.mutants=full}, which takes long.
 */
@OwnContext
class MutationIT {

    private static final Logger log = LoggerFactory.getLogger(MutationIT.class);
    private static final double CAUGHT_AT_LEAST = 0.95;

    private int mutants;
    private final List<String> survivors = new ArrayList<>();

    @Test
    void scenariosNoticeFaults() throws IOException {
        try (RehearsalApplication rehearsal = RehearsalApplication.open(PostroadApplication.class, false)) {
            List<ScenarioFile> files = files();
            rehearsal.context().getBean(RehearsalEngine.class).deploy(ScenarioFiles.tables(files.get(0)));
            for (ScenarioFile file : files) {
                mutate(file, rehearsal.context().getBean(ScenarioFixtures.class));
            }
        }
        double caught = 1 - survivors.size() / (double) mutants;
        log.warn(
                "{} of {} mutants caught; these survive:\n  {}",
                mutants - survivors.size(),
                mutants,
                String.join("\n  ", survivors));
        assertThat(caught).as("survivors: %s", survivors).isGreaterThanOrEqualTo(CAUGHT_AT_LEAST);
    }

    private static List<ScenarioFile> files() {
        boolean full = "full".equals(System.getProperty("postroad.mutants"));
        return ScenarioFiles.scenarios(List.of(Path.of(full ? "bpmn" : "bpmn/browse-abandonment.scenarios.yaml")));
    }

    private void mutate(ScenarioFile file, ScenarioFixtures fixtures) throws IOException {
        List<Scenario> scenarios = new ArrayList<>(file.scenarios());
        for (Mutant mutant : new Mutations(Files.readAllBytes(file.diagram())).all()) {
            mutants++;
            if (survives(mutant, file, scenarios, fixtures)) {
                survivors.add(file.journey() + ": " + mutant.fault());
            }
        }
    }

    /** The scenario that noticed the last fault is tried first with the next. */
    private static boolean survives(
            Mutant mutant, ScenarioFile file, List<Scenario> scenarios, ScenarioFixtures fixtures) {
        try (ScenarioFixtures.ScenarioFixture journey = fixtures.openFaulty(file, mutant.diagram())) {
            for (Scenario scenario : scenarios) {
                if (!journey.run(scenario).isEmpty()) {
                    scenarios.remove(scenario);
                    scenarios.add(0, scenario);
                    return false;
                }
            }
            return true;
        } catch (ScenarioUnreadable refused) {
            return false;
        }
    }
}
