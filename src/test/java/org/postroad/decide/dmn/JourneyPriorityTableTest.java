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

/** What the table in {@code dmn/} says. */
class JourneyPriorityTableTest {

    private static final Path FILE = Path.of("dmn/journey-priority.dmn");
    private static ParsedDecisionTable table;

    @BeforeAll
    static void parseTheTable() throws IOException {
        table = parsed(Files.readString(FILE));
    }

    @Test
    void putsWhatIsUrgentBeforeWhatCanWait() {
        assertThat(rank("double-opt-in")).isGreaterThan(rank("back-in-stock")).isGreaterThan(rank("cart-abandonment"));
        assertThat(rank("cart-abandonment")).isGreaterThan(rank("browse-abandonment"));
        assertThat(rank("a-journey-of-the-shop")).isBetween(rank("browse-abandonment"), rank("post-purchase"));
        assertThat(rank("browse-abandonment")).isGreaterThan(rank("content-digest"));
        assertThat(rank("content-digest")).isGreaterThan(rank("win-back"));
    }

    @Test
    void countsTheStepsOwnPriorityWithinAJourney() {
        assertThat(place("welcome", "marketing", 60).rank())
                .isEqualTo(place("welcome", "marketing", 50).rank() + 10);
    }

    @Test
    void skipsWhatIsStaleTomorrowAndDelaysTheRest() {
        assertThat(place("browse-abandonment", "marketing", 50).skipped()).isTrue();
        assertThat(place("cart-abandonment", "marketing", 50).skipped()).isFalse();
        assertThat(place("cart-abandonment", "marketing", 50).gap()).isEqualTo(Duration.ofHours(20));
    }

    @Test
    void letsMailThatWasAskedForGoAtOnce() {
        assertThat(place("post-purchase", "service", 50).rank()).isGreaterThan(1000);
        assertThat(place("post-purchase", "service", 50).gap()).isZero();
    }

    @Test
    void namesTheRuleThatIsWrong() throws IOException {
        ParsedDecisionTable broken = parsed(Files.readString(FILE).replace("\"PT20H\"", "\"a day\""));
        assertThatThrownBy(() -> DmnMailPriority.place(broken, "welcome", "send", "marketing", 50))
                .isInstanceOf(DecisionTableUnusable.class)
                .hasMessageContaining("rule otherwise gives no output 'gap' that is a period");
    }

    private static int rank(String journey) {
        return place(journey, "marketing", 50).rank();
    }

    private static MailRank place(String journey, String topic, int priority) {
        return DmnMailPriority.place(table, journey, "send", topic, priority);
    }

    private static ParsedDecisionTable parsed(String xml) {
        return ParsedDecisionTable.parse(
                "journey-priority v1",
                DmnMailPriority.TABLE,
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
