package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.journey.RehearsalEngine;
import org.postroad.rehearse.RehearsalApplication;

/** All scenarios of all stock journeys; together they must take every sequence flow. */
@OwnContext
class ScenariosIT {

    private static final int FEWEST = 60;

    private static final ScenarioFile BROWSE =
            ScenarioFileReader.read(Path.of("bpmn/browse-abandonment.scenarios.yaml"));

    private static RehearsalApplication rehearsal;

    @BeforeAll
    static void open() {
        rehearsal = RehearsalApplication.open(PostroadApplication.class, false);
        rehearsal.context().getBean(RehearsalEngine.class).deploy(ScenarioFiles.tables(BROWSE));
    }

    @AfterAll
    static void close() {
        rehearsal.close();
    }

    @TestFactory
    Stream<DynamicContainer> allJourneys() {
        List<ScenarioFile> files = ScenarioFiles.scenarios(List.of(Path.of("bpmn")));
        return files.stream().map(file -> DynamicContainer.dynamicContainer(file.journey(), tests(file)));
    }

    private static Stream<DynamicTest> tests(ScenarioFile file) {
        ScenarioFixtures.ScenarioFixture[] opened = new ScenarioFixtures.ScenarioFixture[1];
        DynamicTest deploys = DynamicTest.dynamicTest(
                "is deployed", () -> opened[0] = fixtures().open(file));
        Stream<DynamicTest> scenarios = file.scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(),
                        () -> assertThat(opened[0].run(scenario)).isEmpty()));
        DynamicTest coverage = DynamicTest.dynamicTest("takes each sequence flow", () -> {
            try (ScenarioFixtures.ScenarioFixture closing = opened[0]) {
                assertThat(closing.coverage().neverTaken()).isEmpty();
            }
        });
        return Stream.of(Stream.of(deploys), scenarios, Stream.of(coverage)).flatMap(each -> each);
    }

    @Test
    void everyJourneyHasItsScenarios() throws IOException {
        List<ScenarioFile> files = ScenarioFiles.scenarios(List.of(Path.of("bpmn")));
        try (Stream<Path> diagrams = Files.list(Path.of("bpmn"))) {
            assertThat(diagrams.map(Path::toString).filter(name -> name.endsWith(".bpmn")))
                    .containsExactlyInAnyOrderElementsOf(files.stream()
                            .map(file -> file.diagram().toString())
                            .toList());
        }
        assertThat(files.stream().mapToInt(file -> file.scenarios().size()).sum())
                .isGreaterThanOrEqualTo(FEWEST);
    }

    /** A runner that never finds a difference would pass the tests above, too. */
    @Test
    void reportsDifferences(@TempDir Path folder) throws IOException {
        Files.copy(BROWSE.diagram(), folder.resolve("browse-abandonment.bpmn"));
        ScenarioFile wrong = ScenarioFileReader.read(Files.writeString(folder.resolve("wrong.scenarios.yaml"), """
                journey: browse-abandonment
                world:
                  customer: { firstName: Ada, email: ada@example.org, consents: [marketing] }
                scenarios:
                  - name: Nothing is as it should be
                    when:
                      - { event: product_viewed, with: { productId: runner-2 } }
                      - { after: 5 minutes, event: product_viewed, with: { productId: runner-2 } }
                    then:
                      passes: [buys]
                      never: [three-days]
                      mails:
                        - { step: send-still-thinking, at: 2026-03-02 09:50, offer: none }
                      ends: goal_reached
                  - name: Cannot happen
                    when:
                      - { clicks: send-reminder }
                    then: { enters: no }
                """));
        try (ScenarioFixtures.ScenarioFixture journey = fixtures().open(wrong)) {
            String path = "(the way was looks-twice → wait-for-best-time → choose-action → send-still-thinking →"
                    + " wait-for-purchase → three-days → send-reminder → no-purchase)";
            assertThat(journey.run(wrong.scenarios().get(0)))
                    .containsExactly(
                            "expected a mail of step send-still-thinking at 2026-03-02 09:50; it was posted at 10:00",
                            "expected the mail of step send-still-thinking to bring no offer; it brought offer early-access",
                            "nothing was expected after that, but a mail of step send-reminder was posted at 2026-03-05 10:00"
                                    + " (\"A last look at those Velden runners, Ada?\")",
                            "expected step buys to be passed; nobody came there " + path,
                            "expected step three-days never to be passed; it was " + path,
                            "expected the walk to end as goal_reached; it ended as completed");
            assertThat(journey.run(wrong.scenarios().get(1)))
                    .containsExactly(
                            "the story cannot go on: at 2026-03-02 08:00: no mail of step send-reminder has been posted");
            assertThat(journey.coverage().neverTaken())
                    .containsExactly(
                            "to-bought (buys → bought)",
                            "to-bought-early (buys-early → bought-early)",
                            "to-buys (wait-for-purchase → buys)",
                            "to-left-to-the-cart (fills-cart → left-to-the-cart)");
        }
    }

    private static ScenarioFixtures fixtures() {
        return rehearsal.context().getBean(ScenarioFixtures.class);
    }
}
