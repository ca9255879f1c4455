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
import org.postroad.rehearse.RehearsalState;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Plays the scenarios of a file with the journey beside it. */
@Component
@Conditional(RehearsalMode.class)
class ScenarioFixtures {

    private final RehearsalState rehearsalState;
    private final ScenarioRunner scenarioRunner;
    private final RehearsalEngine engine;
    private final CatalogIntake catalog;
    private final ObjectMapper json;

    ScenarioFixtures(
            RehearsalState rehearsalState,
            ScenarioRunner scenarioRunner,
            RehearsalEngine engine,
            CatalogIntake catalog,
            ObjectMapper json) {
        this.rehearsalState = rehearsalState;
        this.scenarioRunner = scenarioRunner;
        this.engine = engine;
        this.catalog = catalog;
        this.json = json;
    }

    /**
     * Deploys the journey of a file and stocks its world.
     *
     * @throws ScenarioUnreadable if there is no such journey, or it is refused, or the world holds what cannot be
     */
    ScenarioFixture open(ScenarioFile file) {
        return open(file, () -> engine.deploy(named(file, read(file))));
    }

    /** As {@link #open(ScenarioFile)}, with another diagram, which nobody has checked. */
    ScenarioFixture openFaulty(ScenarioFile file, byte[] diagram) {
        return open(file, () -> engine.deployUnchecked(named(file, diagram)));
    }

    private static Map<String, byte[]> named(ScenarioFile file, byte[] diagram) {
        return Map.of(file.journey() + ".bpmn", diagram);
    }

    private ScenarioFixture open(ScenarioFile file, Supplier<String> deployment) {
        rehearsalState.stockCatalog();
        stock(file, "products", catalog::product);
        stock(file, "articles", catalog::article);
        stock(file, "offers", catalog::offer);
        try {
            return new ScenarioFixture(file.journey(), deployment.get());
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

    private void stock(ScenarioFile file, String kind, Consumer<JsonFields> shelf) {
        List<Map<String, Object>> goods = file.goods().getOrDefault(kind, List.of());
        for (Map<String, Object> each : goods) {
            try {
                shelf.accept(JsonFields.of(json.<JsonNode>valueToTree(each), "one of the " + kind));
            } catch (BadInput refusal) {
                throw new ScenarioUnreadable(
                        "%s, world.%s, '%s': %s.".formatted(file.path(), kind, each.get("id"), refusal.getMessage()));
            }
        }
    }

    /** A journey that is deployed for its scenarios, and is removed when closed. */
    final class ScenarioFixture implements AutoCloseable {

        private final String journey;
        private final String deployment;
        private final Set<String> taken = new HashSet<>();

        private ScenarioFixture(String journey, String deployment) {
            this.journey = journey;
            this.deployment = deployment;
        }

        /** How the scenario's course differs from what it expects, a sentence each. */
        List<String> play(Scenario scenario) {
            try {
                return Comparison.differences(scenario, scenarioRunner.run(scenario, journey));
            } catch (ScenarioRunner.ImpossibleScenario cannot) {
                return List.of("the story cannot go on: " + cannot.getMessage());
            } finally {
                taken.addAll(engine.flowsTaken(journey));
            }
        }

        /** Of what was played so far. */
        FlowCoverage coverage() {
            return FlowCoverage.of(journey, engine.flows(journey), taken);
        }

        @Override
        public void close() {
            engine.remove(deployment);
        }
    }
}
