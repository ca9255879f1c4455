package org.postroad.rehearse.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.postroad.catalog.CatalogIntake;
import org.postroad.journey.RehearsalEngine;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.rehearse.FlowCoverage;
import org.postroad.rehearse.RehearsalState;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Deploys the journey of a scenario file and its catalog, and runs scenarios with it. */
@Component
@Conditional(RehearsalMode.class)
class ScenarioFixtures {

    private final RehearsalState rehearsal;
    private final ScenarioRunner runner;
    private final RehearsalEngine engine;
    private final CatalogIntake catalog;
    private final ObjectMapper json;

    ScenarioFixtures(
            RehearsalState rehearsal,
            ScenarioRunner runner,
            RehearsalEngine engine,
            CatalogIntake catalog,
            ObjectMapper json) {
        this.rehearsal = rehearsal;
        this.runner = runner;
        this.engine = engine;
        this.catalog = catalog;
        this.json = json;
    }

    /**
     * Deploys the journey of a file and fills the catalog.
     *
     * @throws ScenarioUnreadable if the diagram is missing or refused, or an entry of the catalog is invalid
     */
    ScenarioFixture open(ScenarioFile file) {
        return open(file, () -> engine.deploy(named(file, read(file))));
    }

    /** As {@link #open(ScenarioFile)}, with another diagram, which is not checked. */
    ScenarioFixture openFaulty(ScenarioFile file, byte[] diagram) {
        return open(file, () -> engine.deployUnchecked(named(file, diagram)));
    }

    private static Map<String, byte[]> named(ScenarioFile file, byte[] diagram) {
        return Map.of(file.journey() + ".bpmn", diagram);
    }

    private ScenarioFixture open(ScenarioFile file, Supplier<String> deployment) {
        rehearsal.stockCatalog();
        putIntoCatalog(file, "products", catalog::product);
        putIntoCatalog(file, "articles", catalog::article);
        putIntoCatalog(file, "offers", catalog::offer);
        try {
            return new ScenarioFixture(file.journey(), ScenarioFiles.segments(file), deployment.get());
        } catch (IllegalArgumentException e) {
            throw new ScenarioUnreadable("%s is refused:%n%s".formatted(file.diagram(), e.getMessage()));
        }
    }

    private static byte[] read(ScenarioFile file) {
        if (!Files.isRegularFile(file.diagram())) {
            throw new ScenarioUnreadable("%s is about journey '%s', but there is no %s."
                    .formatted(file.path(), file.journey(), file.diagram()));
        }
        try {
            return Files.readAllBytes(file.diagram());
        } catch (IOException e) {
            throw new UncheckedIOException(file.diagram() + " cannot be read.", e);
        }
    }

    private void putIntoCatalog(ScenarioFile file, String kind, Consumer<JsonFields> intake) {
        List<Map<String, Object>> entries = file.catalog().getOrDefault(kind, List.of());
        for (Map<String, Object> entry : entries) {
            try {
                intake.accept(JsonFields.of(json.<JsonNode>valueToTree(entry), "one of the " + kind));
            } catch (BadInput refusal) {
                throw new ScenarioUnreadable(
                        "%s, world.%s, '%s': %s.".formatted(file.path(), kind, entry.get("id"), refusal.getMessage()));
            }
        }
    }

    /** A deployed journey; closing removes the deployment. */
    final class ScenarioFixture implements AutoCloseable {

        private final String journey;
        private final Map<String, String> segments;
        private final String deployment;
        private final Set<String> taken = new HashSet<>();

        private ScenarioFixture(String journey, Map<String, String> segments, String deployment) {
            this.journey = journey;
            this.segments = segments;
            this.deployment = deployment;
        }

        /** Runs the scenario and returns a sentence for each difference from its expectation. */
        List<String> run(Scenario scenario) {
            try {
                return Comparison.differences(scenario, runner.run(scenario, journey, segments));
            } catch (ScenarioRunner.ImpossibleScenario e) {
                return List.of("the story cannot go on: " + e.getMessage());
            } finally {
                taken.addAll(engine.flowsTaken(journey));
            }
        }

        /** Coverage by all scenarios run so far. */
        FlowCoverage coverage() {
            return FlowCoverage.of(engine.flows(journey), taken);
        }

        @Override
        public void close() {
            engine.remove(deployment);
        }
    }
}
