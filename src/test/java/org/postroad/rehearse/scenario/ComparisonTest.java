package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroad.rehearse.scenario.Expectation.ExpectedEnding;
import org.postroad.rehearse.scenario.Expectation.SkippedMail;

/** Differences are described in the scenario's own terms. */
class ComparisonTest {

    private static final ZonedDateTime START = ZonedDateTime.of(2026, 3, 2, 8, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    private static final ScenarioResult.SentMail HELLO = posted("send-hello", "2026-03-02T07:00:20Z");
    private static final ScenarioResult.SentMail OFFER = posted("send-offer", "2026-03-05T08:10:00Z");

    private static ScenarioResult.SentMail posted(String step, String at) {
        return new ScenarioResult.SentMail(
                step, Instant.parse(at), "Welcome, Ada!", "free-shipping", "ada@example.org");
    }

    private static Expectation.ExpectedMail wanted(String step) {
        return new Expectation.ExpectedMail(
                step, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> mails(List<Expectation.ExpectedMail> wanted, List<ScenarioResult.SentMail> posted) {
        return differences(
                new Expectation(List.of(), List.of(), wanted, List.of(), Optional.empty()),
                new ScenarioResult(List.of("a"), posted, List.of(), 1, Optional.of("completed"), Set.of(), List.of()));
    }

    private static List<String> differences(Expectation expected, ScenarioResult result) {
        return Comparison.differences(
                new Scenario(
                        "Story",
                        1,
                        START,
                        Map.of(),
                        Map.of(),
                        new Scenario.GivenSegments(List.of(), List.of()),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        expected),
                result);
    }

    @Test
    void reportsNothingIfAllIsAsExpected() {
        Expectation.ExpectedMail exact = new Expectation.ExpectedMail(
                "send-hello",
                Optional.of(START),
                Optional.of("Welcome, *!"),
                Optional.of("free-shipping"),
                Optional.of("Ada@example.org"));
        assertThat(mails(List.of(exact), List.of(HELLO))).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAMail() {
        Expectation.ExpectedMail other = new Expectation.ExpectedMail(
                "send-hello",
                Optional.of(START.plusDays(1)),
                Optional.of("Hello*"),
                Optional.of("none"),
                Optional.of("bob@example.org"));
        assertThat(mails(List.of(other), List.of(HELLO)))
                .containsExactly(
                        "expected a mail of step send-hello at 2026-03-03 08:00; it was posted at 2026-03-02 08:00",
                        "expected the mail of step send-hello to have the subject \"Hello*\"; it was \"Welcome, Ada!\"",
                        "expected the mail of step send-hello to bring no offer; it brought offer free-shipping",
                        "expected the mail of step send-hello to go to bob@example.org; it went to ada@example.org");
    }

    @Test
    void omitsTheDateOnTheSameDay() {
        Expectation.ExpectedMail early = new Expectation.ExpectedMail(
                "send-offer", Optional.of(START.plusDays(3)), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(mails(List.of(early), List.of(OFFER)))
                .containsExactly("expected a mail of step send-offer at 2026-03-05 08:00; it was posted at 09:10");
    }

    @Test
    void reportsMissingAndUnexpectedMails() {
        assertThat(mails(List.of(wanted("send-hello"), wanted("send-news")), List.of(OFFER, HELLO)))
                .containsExactly(
                        "expected no mail of step send-offer there; one was posted at 2026-03-05 09:10 (\"Welcome, Ada!\")",
                        "expected a mail of step send-news; none was posted");
        assertThat(mails(List.of(wanted("send-hello")), List.of(HELLO, OFFER)))
                .containsExactly(
                        "nothing was expected after that, but a mail of step send-offer was posted at 2026-03-05 09:10"
                                + " (\"Welcome, Ada!\")");
        assertThat(mails(List.of(), List.of(HELLO))).hasSize(1);
    }

    @Test
    void saysWhichStepsWerePassed() {
        Expectation expected = new Expectation(
                List.of("a", "c", "b", "x"),
                List.of("d"),
                List.of(),
                List.of(),
                Optional.of(new ExpectedEnding.WaitsAtStep("c")));
        ScenarioResult result = new ScenarioResult(
                List.of("a", "b", "c", "d"), List.of(), List.of(), 1, Optional.of("completed"), Set.of(), List.of());
        assertThat(differences(expected, result))
                .containsExactly(
                        "expected step b to be passed there; it was passed earlier only (the way was a → b → c → d)",
                        "expected step x to be passed; nobody came there (the way was a → b → c → d)",
                        "expected step d never to be passed; it was (the way was a → b → c → d)",
                        "expected the customer to stay at step c; it ended as completed");
    }

    @Test
    void saysHowTheEnrolmentEndedInstead() {
        assertThat(ending(new ExpectedEnding.EndsWithReason("goal_reached"), 1, Optional.empty()))
                .containsExactly("expected the walk to end as goal_reached; it goes on, and waits at wait-here");
        assertThat(ending(new ExpectedEnding.EndsWithReason("goal_reached"), 0, Optional.empty()))
                .containsExactly("expected somebody to enter; nobody did");
        assertThat(ending(new ExpectedEnding.NoEnrolment(), 1, Optional.empty()))
                .containsExactly("expected that nobody enters; somebody did (the way was a)");
        assertThat(ending(new ExpectedEnding.WaitsAtStep("wait-here"), 1, Optional.empty()))
                .isEmpty();
    }

    private static List<String> ending(ExpectedEnding ending, int enrolments, Optional<String> ended) {
        return differences(
                new Expectation(List.of(), List.of(), List.of(), List.of(), Optional.of(ending)),
                new ScenarioResult(
                        List.of("a"), List.of(), List.of(), enrolments, ended, Set.of("wait-here"), List.of()));
    }

    @Test
    void reportsSkippedMailsAndFailures() {
        Expectation expected = new Expectation(
                List.of(), List.of(), List.of(), List.of(new SkippedMail("send-a", "holdout")), Optional.empty());
        ScenarioResult result = new ScenarioResult(
                List.of(),
                List.of(),
                List.of(new SkippedMail("send-a", "no_consent")),
                0,
                Optional.empty(),
                Set.of(),
                List.of("Step b failed: no such thing"));
        assertThat(differences(expected, result))
                .containsExactly(
                        "expected the mail of step send-a to be skipped (holdout); it was not",
                        "expected the mail of step send-a to be posted or never ordered; it was skipped (no_consent)",
                        "Step b failed: no such thing");
    }
}
