package org.postroad.decide.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.decide.LeadScore.Lead;

/** The bundled table {@code lead-score}, rule by rule. */
class DmnLeadScoreTest {

    private static final Path FILE = Path.of("dmn/lead-score.dmn");
    private static ParsedDecisionTable table;

    @BeforeAll
    static void parseTheTable() throws IOException {
        table = parsed(Files.readString(FILE));
    }

    @Test
    void isZeroWhileNothingIsKnown() {
        assertThat(scoreWith("role", null)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "role, owner, 20",
        "role, director, 20",
        "role, manager, 10",
        "role, specialist, 0",
        "industry, retail, 10",
        "industry, health, 10",
        "industry, mining, 0",
        "stage, awareness, 0",
        "stage, consideration, 10",
        "stage, decision, 20",
        "stage, no-fit, -100"
    })
    void scoresRoleIndustryAndStage(String input, String value, long points) {
        assertThat(scoreWith(input, value)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 5", "49, 5", "50, 15", "249, 15", "250, 20"})
    void scoresTheSizeOfTheCompany(double people, long points) {
        assertThat(scoreWith("companySize", people)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "mailsClicked, 0, 0",
        "mailsClicked, 1, 5",
        "mailsClicked, 2, 5",
        "mailsClicked, 3, 15",
        "articlesRead, 2, 0",
        "articlesRead, 3, 10",
        "eventsAttended, 1, 10"
    })
    void scoresActivity(String input, long times, long points) {
        assertThat(scoreWith(input, times)).isEqualTo(points);
    }

    @Test
    void addsForARequestedTalkAndDeductsForSilence() {
        assertThat(scoreWith("talkRequested", true)).isEqualTo(40);
        assertThat(scoreWith("seenLately", false)).isEqualTo(-30);
    }

    @Test
    void sumsAllMatchingRules() {
        Lead lead = new Lead("director", "retail", 120.0, "decision", true, 3, 3, 1, true, NothingLearned.OF_ANYBODY);
        assertThat(table.sum(DmnLeadScore.inputs(table, lead))).isEqualTo(20 + 10 + 15 + 20 + 40 + 15 + 10 + 10);
    }

    @Test
    void namesTheTableWithAnInvalidOutput() throws IOException {
        ParsedDecisionTable broken = parsed(Files.readString(FILE).replace("<text>20</text>", "<text>\"much\"</text>"));
        assertThatThrownBy(() -> broken.sum(inputs("role", "owner")))
                .isInstanceOf(DecisionTableUnusable.class)
                .hasMessageContaining("lead-score v1");
    }

    private static long scoreWith(String input, @Nullable Object value) {
        return table.sum(inputs(input, value));
    }

    private static Map<String, @Nullable Object> inputs(String input, @Nullable Object value) {
        Lead unknown = new Lead(null, null, null, null, false, 0, 0, 0, true, NothingLearned.OF_ANYBODY);
        Map<String, @Nullable Object> inputs = new HashMap<>(DmnLeadScore.inputs(table, unknown));
        inputs.put(input, value);
        return inputs;
    }

    private static ParsedDecisionTable parsed(String xml) {
        return ParsedDecisionTable.parse(
                "lead-score v1", DmnLeadScore.TABLE, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
