package org.postroad.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.modeler.DeployButton.Answer;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Draws journeys on an empty canvas with bpmn-js in Chromium, using the properties panel and the element templates only, and
 * deploys them over HTTP as Modeler does. They run and send mail. The diagrams stay in {@code target/modeler}.
 */
@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawnFromScratchIT {

    private static final String FILE = "second-look.bpmn";
    private static final String OTHER = "other-blocks.bpmn";
    private static final Path FOLDER = Path.of("target/modeler");

    @Autowired
    Environment environment;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    private String bpmn = "";
    private DeployButton button;

    @BeforeAll
    void drawAndDeploy() throws IOException {
        ModelerScripts.required();
        ModelerScripts.run("scratch.js", Stream.of(ModelerScripts.TEMPLATES, FOLDER));
        bpmn = Files.readString(FOLDER.resolve(FILE));
        button = new DeployButton(Http.asAdmin(environment));
        Answer answer = button.deploy(FILE, bpmn);
        assertThat(answer.status()).as(answer.problems()).isEqualTo(200);
        assertThat(answer.deployed()).isOne();
    }

    @Test
    void passesTheChecksOfTheStockJourneys() {
        Stream<Path> drawings = Stream.of(FILE, OTHER).map(FOLDER::resolve);

        assertThat(ModelerScripts.run("check.js", Stream.concat(Stream.of(ModelerScripts.TEMPLATES), drawings)))
                .isEmpty();
    }

    @Test
    void usesEveryElementTemplate() throws IOException {
        String other = Files.readString(FOLDER.resolve(OTHER));
        Answer answer = button.deploy(OTHER, other);
        assertThat(answer.status()).as(answer.problems()).isEqualTo(200);

        TestCustomer testCustomer = customerFixture.aConsentingCustomer().does("other_blocks_begun");
        assertThat(testCustomer.steps()).startsWith("begins", "note", "lot").containsAnyOf("call", "question");
        try (Stream<Path> templates = Files.list(ModelerScripts.TEMPLATES)) {
            assertThat(templates.map(file ->
                            "\"org.postroad." + file.getFileName().toString().replace(".json", "\"")))
                    .allMatch((bpmn + other)::contains);
        }
    }

    @Test
    void acceptsTheConnectionOfModeler() {
        assertThat(button.version().body().path("version").asText()).startsWith("7.24");
        assertThat(button.connection().ok()).isTrue();
        assertThat(new DeployButton(Http.asNobody(environment)).connection().status())
                .as("Modeler then asks for the password")
                .isEqualTo(401);
    }

    @Test
    void deploysAnUnchangedDiagramOnce() {
        Answer again = button.deploy(FILE, bpmn);

        assertThat(again.ok()).isTrue();
        assertThat(again.deployed()).isZero();
    }

    @Test
    void sendsAtTheBestTimeAndEndsWithAClick() throws IOException {
        TestCustomer testCustomer = comesAgain(3);
        workScheduler.advance(Duration.ofHours(12));

        assertThat(testCustomer.waitsAt()).containsExactly("what-comes-first");
        click(inboxOf(testCustomer).path(0));
        assertThat(testCustomer.process().steps())
                .containsExactly(
                        "comes-again",
                        "best-time",
                        "choose",
                        "send-second-look",
                        "what-comes-first",
                        "clicks",
                        "interested");
        assertThat(testCustomer.endReasons()).containsExactly("goal_reached");
    }

    @Test
    void remindsHalfOfTheCustomersAfterTwoDays() throws IOException {
        TestCustomer testCustomer = comesAgain(3);
        workScheduler.advance(Duration.ofHours(12));
        workScheduler.advance(Duration.ofDays(2));

        boolean reminded = testCustomer.steps().contains("reminded");
        assertThat(testCustomer.steps()).contains("every-second", reminded ? "reminded" : "silent");
        assertThat(inboxOf(testCustomer)).hasSize(reminded ? 2 : 1);
        assertThat(testCustomer.endReasons()).containsExactly("completed");
    }

    @Test
    void sendsNothingMoreToBuyersAndNothingToOthers() throws IOException {
        TestCustomer buyer = comesAgain(3);
        TestCustomer passerBy = comesAgain(1);
        workScheduler.advance(Duration.ofHours(12));
        buyer.buys("runner-2");
        workScheduler.advance(Duration.ofDays(3));

        assertThat(buyer.steps()).endsWith("buys", "bought").doesNotContain("two-days");
        assertThat(buyer.endReasons()).containsExactly("goal_reached");
        assertThat(passerBy.steps()).isEmpty();
        assertThat(inboxOf(passerBy)).isEmpty();
    }

    @Test
    void namesTheFaultyElementToModeler() {
        Answer answer = button.deploy(FILE, bpmn.replace("value=\"PT12H\"", "value=\"soon\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problems())
                .startsWith(DeployButton.PARSE_ERROR)
                .contains("'best-time'")
                .contains("'soon'")
                .contains(FILE);
        assertThat(answer.faultyElement(FILE)).isEqualTo("best-time");
        assertThat(button.deploy(FILE, bpmn).deployed())
                .as("nothing was changed by the refused one")
                .isZero();
    }

    private TestCustomer comesAgain(int minutes) {
        return customerFixture
                .aConsentingCustomer()
                .did("second_look_begun", clock.instant(), Map.of("minutes", minutes));
    }

    private JsonNode inboxOf(TestCustomer testCustomer) throws IOException {
        String path = "/local/inbox?to=" + testCustomer.id + "@customers.example";
        return json.readTree(Http.withKey(environment).get(path).body());
    }

    private void click(JsonNode mail) {
        String link = Objects.requireNonNull(
                        Jsoup.parse(mail.path("html").asText()).selectFirst("a[href*=/c/]"))
                .attr("href");
        assertThat(Http.asNobody(environment).get(URI.create(link).getRawPath()).statusCode())
                .isEqualTo(302);
    }
}
