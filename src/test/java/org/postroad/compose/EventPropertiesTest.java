package org.postroad.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter speaks of what brought the customer in. */
class EventPropertiesTest {

    @TempDir
    Path folder;

    @Test
    void tellsItsProperties() throws IOException {
        Letter letter = new LetterFixture()
                .after(Map.of("city", "Bonn <3", "seats", 12, "talks", List.of("Pace", "Rest")))
                .contents(contents("${event.city}, ${event.seats} seats, ${event.talks?join(' and ')}${event.fee!}."))
                .write("try/letter");

        assertThat(letter.text()).contains("Bonn <3, 12 seats, Pace and Rest.");
        assertThat(letter.html()).contains("Bonn &lt;3");
    }

    @Test
    void confirmsTheTopicThatItTells() {
        LetterFixture fixture = new LetterFixture();

        assertThat(fixture.request("try/letter").confirms()).isEqualTo("marketing");
        assertThat(fixture.after(Map.of("topic", "running"))
                        .request("try/letter")
                        .confirms())
                .isEqualTo("running");
    }

    @Test
    void leadsToTheConfirmation() throws IOException {
        String button = "<@mail.button to=links.confirm>Yes</@mail.button>";

        assertThat(new LetterFixture()
                        .contents(contents(button))
                        .write("try/letter")
                        .html())
                .contains("Yes</a>");
    }

    private Path contents(String words) throws IOException {
        Files.createDirectories(folder.resolve("try"));
        Files.writeString(folder.resolve("try/letter.ftlh"), """
                <#assign subject = "Hello">
                <@mail.letter subject=subject preheader="Hello"><@mail.paragraph>%s</@mail.paragraph></@mail.letter>
                """.formatted(words));
        return folder;
    }
}
