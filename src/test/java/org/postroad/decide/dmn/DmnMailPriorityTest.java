package org.postroad.decide.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postroad.decide.MailPriority.MailRank;

/** The bundled table {@code journey-priority}. */
class DmnMailPriorityTest {

    private static final Path FILE = Path.of("dmn/journey-priority.dmn");
    private static ParsedDecisionTable table;

    @BeforeAll
    static void parseTheTable() throws IOException {
        table = parsed(Files.readString(FILE));
    }

    @Test
    void ranksUrgentJourneysFirst() {
        assertThat(rankOf("double-opt-in"))
                .isGreaterThan(rankOf("back-in-stock"))
                .isGreaterThan(rankOf("cart-abandonment"));
        assertThat(rankOf("cart-abandonment")).isGreaterThan(rankOf("browse-abandonment"));
        assertThat(rankOf("a-journey-of-the-shop")).isBetween(rankOf("browse-abandonment"), rankOf("post-purchase"));
        assertThat(rankOf("browse-abandonment")).isGreaterThan(rankOf("content-digest"));
        assertThat(rankOf("content-digest")).isGreaterThan(rankOf("win-back"));
    }

    @Test
    void addsTheStepsOwnPriority() {
        assertThat(rank("welcome", "marketing", 60).rank())
                .isEqualTo(rank("welcome", "marketing", 50).rank() + 10);
    }

    @Test
    void skipsMailThatIsStaleTomorrowAndDelaysTheRest() {
        assertThat(rank("browse-abandonment", "marketing", 50).skipped()).isTrue();
        assertThat(rank("cart-abandonment", "marketing", 50).skipped()).isFalse();
        assertThat(rank("cart-abandonment", "marketing", 50).gap()).isEqualTo(Duration.ofHours(20));
    }

    @Test
    void ranksServiceMailFirstWithoutAGap() {
        assertThat(rank("post-purchase", "service", 50).rank()).isGreaterThan(1000);
        assertThat(rank("post-purchase", "service", 50).gap()).isZero();
    }

    @Test
    void namesTheRuleWithAnInvalidOutput() throws IOException {
        ParsedDecisionTable broken = parsed(Files.readString(FILE).replace("\"PT20H\"", "\"a day\""));
        assertThatThrownBy(() -> DmnMailPriority.rank(broken, "welcome", "send", "marketing", 50))
                .isInstanceOf(DecisionTableUnusable.class)
                .hasMessageContaining("rule otherwise gives no output 'gap' that is a period");
    }

    private static int rankOf(String journey) {
        return rank(journey, "marketing", 50).rank();
    }

    private static MailRank rank(String journey, String topic, int priority) {
        return DmnMailPriority.rank(table, journey, "send", topic, priority);
    }

    private static ParsedDecisionTable parsed(String xml) {
        return ParsedDecisionTable.parse(
                "journey-priority v1",
                DmnMailPriority.TABLE,
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
