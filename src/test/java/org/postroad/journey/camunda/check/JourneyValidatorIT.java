package org.postroad.journey.camunda.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;

/** Refuses each fault of a corpus ({@code faults.yaml}) with its sentence, and accepts the valid diagram. */
@PostroadTest
class JourneyValidatorIT {

    private static final int FEWEST = 40;

    @Autowired
    RepositoryService repository;

    @Autowired
    Catalog catalog;

    /**
     * One fault of the corpus.
     *
     * @param table which decision table is broken; the diagram, if none
     * @param and a second change that the first needs
     */
    record Fault(
            String fault,
            @Nullable String table,
            String from,
            String to,
            @Nullable List<String> and,
            String says) {

        String file() {
            return table == null ? "sound.bpmn" : String.valueOf(Path.of(table).getFileName());
        }

        String content() throws IOException {
            String changed = changed(table == null ? sound() : Files.readString(Path.of(table)), from, to);
            return and == null ? changed : changed(changed, and.get(0), and.get(1));
        }

        private static String changed(String text, String from, String to) {
            assertThat(text).as("what is to be changed").contains(from);
            return text.replace(from, to);
        }
    }

    @BeforeEach
    void anOffer() {
        catalog.putOffers(List.of(new Offer(
                "early-access",
                "Early access",
                Offer.Kind.EARLY_ACCESS,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                List.of("sound"),
                null,
                null,
                Map.of())));
    }

    @TestFactory
    Stream<DynamicTest> refusesEachFaultWithItsSentence() throws IOException {
        List<Fault> corpus = new ObjectMapper()
                .convertValue(new Yaml().load(resource("faults.yaml")), new TypeReference<List<Fault>>() {});
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(FEWEST);
        return corpus.stream().map(fault -> DynamicTest.dynamicTest(fault.fault(), () -> assertRefused(fault)));
    }

    private void assertRefused(Fault fault) throws IOException {
        long deployments = repository.createDeploymentQuery().count();
        String content = fault.content();

        assertThatThrownBy(() -> deploy(fault.file(), content))
                .hasMessageContaining(fault.says())
                .hasMessageContaining(fault.file());
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void acceptsAValidDiagram() throws IOException {
        String sound = sound();

        assertThatCode(() -> deploy("sound.bpmn", sound)).doesNotThrowAnyException();
    }

    @Test
    void requiresAPriorityAgainstAJourneyWithTheSameStartEvent() throws IOException {
        deploy("heard-first.bpmn", sound().replace("process id=\"sound\"", "process id=\"heard-first\""));
        String rival = sound().replace("<camunda:property name=\"priority\" value=\"40\" />", "");

        assertThatThrownBy(() -> deploy("sound.bpmn", rival))
                .hasMessageContainingAll("Start event 'buys': begins with the same event as ", "heard-first")
                .hasMessageContaining("name this journey in the table journey-priority");
    }

    private void deploy(String file, String content) {
        repository.createDeployment().addString(file, content).deploy();
    }

    private static String sound() throws IOException {
        try (InputStream file = resource("sound.bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(JourneyValidatorIT.class.getResourceAsStream(name));
    }
}
