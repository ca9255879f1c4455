package org.postroad.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.compose.LetterFixture.article;
import static org.postroad.compose.LetterFixture.shoe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.recommend.Recommendation;

class RecommendationsInContentsTest {

    @TempDir
    Path folder;

    @Test
    void printsWhyAProductIsRecommended() throws IOException {
        assertThat(written("<#list again as each>${each.name}, since ${each.because}.</#list>"))
                .contains("Energy Gel, since you bought it 2 times, last on 3 May 2026.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "together", "suggestions"})
    void makesNoListThatTheContentDoesNotName(String list) throws IOException {
        String keys = "${.data_model?keys?filter(key -> key?starts_with('%s'))?size} lists"
                .formatted(list.substring(0, list.length() - 1));
        assertThat(written(keys)).contains("0 lists");
        assertThat(written(list + ": " + keys)).contains("1 lists");
    }

    @Test
    void looksForNoArticlesThatTheContentDoesNotName() throws IOException {
        String size = "${.data_model['artic' + 'les']?size} to read";
        assertThat(written(size)).contains("0 to read");
        assertThat(written("articles: " + size)).contains("1 to read");
    }

    @Test
    void anIncludedFileMayUseAnyList() throws IOException {
        Files.createDirectories(folder.resolve("try"));
        Files.writeString(folder.resolve("try/part.ftlh"), "<#list again as each>${each.name}.</#list>");
        assertThat(written("<#include \"part.ftlh\">")).contains("Energy Gel.");
    }

    @Test
    void saysWhatIsDueAndBranchesOnWhatIsPredicted() throws IOException {
        assertThat(written("<#list predicted.due as each>${each.name} until ${each.on}.</#list>"
                        + "<#if predicted.churnRisk gt 0.5 && predicted.lifetimeValue lt 300>Stay.<#else>Go.</#if>"))
                .contains("Energy Gel until December 18, 2026.Stay.");
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
                .predicting(new LetterPrediction(
                        .3,
                        .7,
                        120,
                        List.of(new LetterPrediction.DueProduct(
                                shoe("gel", "Energy Gel", null, "nutrition"), Instant.parse("2026-12-18T12:00:00Z")))))
                .toRead(article("marathon", "Your first marathon", null))
                .contents(folder)
                .write("try/letter")
                .text();
    }
}
