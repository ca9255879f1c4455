package org.postroad.journey.template;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroad.journey.camunda.StockDiagram;
import org.postroad.journey.vocabulary.IsoPeriods;

/** The element templates that Modeler offers write settings that Postroad reads. */
class ElementTemplatesTest {

    private static final Map<String, Function<Map<String, String>, Object>> READERS = Map.ofEntries(
            entry("org.postroad.ask-a-person", AskPerson::of),
            entry("org.postroad.call-webhook", CallWebhook::of),
            entry("org.postroad.enter-when", settings -> EntryRule.of("product_viewed", settings)),
            entry("org.postroad.exit-when", AwaitEvent::of),
            entry("org.postroad.experiment", Split::of),
            entry("org.postroad.goal-reached", GoalReached::of),
            entry("org.postroad.next-best-action", ChooseNextBestAction::of),
            entry("org.postroad.send-email", SendEmail::of),
            entry("org.postroad.split", Split::of),
            entry("org.postroad.update-profile", UpdateProfile::of),
            entry(
                    "org.postroad.wait-for-best-time",
                    settings -> IsoPeriods.exactDuration(settings.getOrDefault("within", ""))),
            entry("org.postroad.wait-until", AwaitEvent::of));

    static Stream<JsonNode> templates() {
        File[] files = new File("bpmn/.camunda/element-templates").listFiles();
        return Arrays.stream(Objects.requireNonNull(files)).map(ElementTemplatesTest::read);
    }

    private static JsonNode read(File file) {
        try {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void writesReadableSettings(JsonNode template) {
        Map<String, String> settings = new HashMap<>();
        properties(template)
                .filter(property -> property.at("/binding/type").asText().equals("camunda:property"))
                .filter(property ->
                        property.has("value") || !property.path("optional").asBoolean())
                .forEach(property -> settings.put(property.at("/binding/name").asText(), example(property)));

        assertThatCode(() -> Objects.requireNonNull(
                                READERS.get(template.path("id").asText()))
                        .apply(settings))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void matchesItsUseInTheStockJourneys(JsonNode template) {
        String use = "camunda:modelerTemplate=\"" + template.path("id").asText() + "\"";

        assertThat(StockDiagram.ofAllJourneys()
                        .filter(stockDiagram -> stockDiagram.bpmn().contains(use)))
                .allSatisfy(stockDiagram -> assertThat(attributes(template)).allMatch(stockDiagram.bpmn()::contains));
    }

    /** What the template writes on the element itself, unseen by the marketer. */
    private static Stream<String> attributes(JsonNode template) {
        return properties(template)
                .filter(property -> property.path("type").asText().equals("Hidden"))
                .filter(property -> property.at("/binding/type").asText().equals("property"))
                .map(property -> property.at("/binding/name").asText() + "=\""
                        + property.path("value").asText() + "\"");
    }

    private static Stream<JsonNode> properties(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false);
    }

    /** Its default, or, where the marketer must say something, what the hint says. */
    private static String example(JsonNode property) {
        boolean needed = property.at("/constraints/notEmpty").asBoolean();
        return needed && !property.has("value")
                ? property.path("description").asText().replaceFirst(".*for example ", "")
                : property.path("value").asText();
    }
}
