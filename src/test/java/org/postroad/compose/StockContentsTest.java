package org.postroad.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroad.compose.LetterFixture.article;
import static org.postroad.compose.LetterFixture.offer;
import static org.postroad.compose.LetterFixture.product;
import static org.postroad.compose.LetterFixture.shoe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroad.catalog.Offer.Kind;

/** All contents that Postroad brings, written for somebody of whom all is known, and for somebody of whom nothing is. */
class StockContentsTest {

    private static final Path CONTENTS = Path.of("src/main/resources/org/postroad/compose/content");

    static List<String> contents() throws IOException {
        try (Stream<Path> files = Files.walk(CONTENTS)) {
            return files.filter(file -> file.getNameCount() > CONTENTS.getNameCount() + 1)
                    .map(file -> CONTENTS.relativize(file).toString().replace(".ftlh", ""))
                    .filter(name -> name.contains("/"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("contents")
    void saysItAllInASubjectThatTelephonesShowWhole(String content) {
        Letter letter = new LetterFixture()
                .about(
                        shoe("runner-2", "Aira 3 Cushion", "Velden", "running-shoes"),
                        shoe("runner-1", "Aira 3 Daily Trainer", "Velden", "running-shoes"))
                .boughtTogether(shoe("socks-1", "Merino Crew", "Pacenza", "accessories"))
                .toRead(article("first-marathon", "Your first marathon", "Sixteen weeks to the finish line."))
                .giving(offer(Kind.FREE_SHIPPING, "Free shipping", "0", "SHIP"))
                .write(content);

        assertThat(letter.subject()).hasSizeLessThanOrEqualTo(65);
        assertThat(letter.text()).doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void stillSaysSomethingWhenNothingIsKnown(String content) {
        Letter letter = new LetterFixture()
                .firstName(null)
                .sender("Shop", List.of("1 Road"), null)
                .write(content);

        assertThat(letter.subject()).isNotBlank().doesNotContain(" ,", " ?", " .");
        assertThat(letter.text()).hasSizeGreaterThan(200).doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void getsByWithABareProduct(String content) {
        Letter letter = new LetterFixture()
                .about(product("x", "Thing", null, null, null, null))
                .write(content);

        assertThat(letter.subject()).hasSizeLessThanOrEqualTo(65);
        assertThat(letter.text()).doesNotContain("null", "of 5");
    }
}
