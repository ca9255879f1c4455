package org.postroad.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.compose.LetterFixture.shoe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.recommend.Recommendation;

class RecommendationsInContentsTest {

    @TempDir
    Path folder;

    @Test
    void printsWhyAProductIsRecommended() throws IOException {
        assertThat(written("<#list again as each>${each.name}, since ${each.because}.</#list>"))
                .contains("Energy Gel, since you bought it 2 times, last on 3 May 2026.");
    }

    @Test
    void makesNoListThatTheContentDoesNotName() throws IOException {
        String keys = "${.data_model?keys?filter(key -> key?starts_with('agai'))?size} lists";
        assertThat(written(keys)).contains("0 lists");
        assertThat(written("again: " + keys)).contains("1 lists");
    }

    private String written(String text) throws IOException {
        Files.createDirectories(folder.resolve("try"));
        Files.writeString(folder.resolve("try/letter.ftlh"), """
                <#assign subject = "For you">
                <@mail.letter subject=subject preheader="">
                  <@mail.paragraph>%s</@mail.paragraph>
                </@mail.letter>
                """.formatted(text));
        return new LetterFixture()
                .about(shoe("r", "Aira", "Velden", "running-shoes"))
                .buysAgain(new Recommendation(
                        shoe("gel", "Energy Gel", null, "nutrition"),
                        1,
                        "you bought it 2 times, last on 3 May 2026",
                        List.of()))
                .contents(folder)
                .write("try/letter")
                .text();
    }
}
