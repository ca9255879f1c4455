package org.postroad.rehearse.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.rehearse.scenario.Expectation.ExpectedEnding;

/** Compares a scenario's result with its expectation, and describes each difference in the scenario's own terms. */
final class Comparison {

    private final Scenario scenario;
    private final Expectation expected;
    private final ScenarioResult result;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Scenario scenario, ScenarioResult result) {
        this.scenario = scenario;
        this.expected = scenario.expected();
        this.result = result;
    }

    /** A sentence for each difference; empty if everything was as expected. */
    static List<String> differences(Scenario scenario, ScenarioResult result) {
        Comparison comparison = new Comparison(scenario, result);
        comparison.compareMails();
        comparison.compareSkipped();
        comparison.compareSteps();
        scenario.expected().ending().ifPresent(comparison::compareEnding);
        comparison.differences.addAll(result.failures());
        return comparison.differences;
    }

    private void compareMails() {
        List<AlignedPair<Expectation.ExpectedMail, ScenarioResult.SentMail>> pairs = AlignedPair.align(
                expected.mails(),
                result.mails(),
                (wanted, posted) -> wanted.step().equals(posted.step()));
        boolean allExpectedCame = false;
        int left = expected.mails().size();
        for (AlignedPair<Expectation.ExpectedMail, ScenarioResult.SentMail> pair : pairs) {
            left -= pair.expected().isPresent() ? 1 : 0;
            pair.ifMatched(this::compareMail);
            pair.ifMissing(this::reportMissing);
            boolean last = allExpectedCame;
            pair.ifUnexpected(mail -> reportUnexpected(mail, last));
            allExpectedCame = left == 0;
        }
    }

    private void compareMail(Expectation.ExpectedMail wanted, ScenarioResult.SentMail posted) {
        wanted.at()
                .filter(at -> !ScenarioTimes.sameMinute(posted.at(), at))
                .ifPresent(at -> differ(
                        "expected a mail of step %s at %s; it was posted at %s",
                        wanted.step(), ScenarioTimes.format(at), ScenarioTimes.formatBeside(at, posted.at())));
        wanted.subject()
                .filter(subject -> !matches(subject, posted.subject()))
                .ifPresent(subject -> differ(
                        "expected the mail of step %s to have the subject \"%s\"; it was \"%s\"",
                        wanted.step(), subject, posted.subject()));
        wanted.offer()
                .filter(offer -> !offer.equals(posted.offer()))
                .ifPresent(offer -> differ(
                        "expected the mail of step %s to bring %s; it brought %s",
                        wanted.step(), offerText(offer), offerText(posted.offer())));
        wanted.to()
                .filter(to -> !to.equalsIgnoreCase(posted.to()))
                .ifPresent(to -> differ(
                        "expected the mail of step %s to go to %s; it went to %s", wanted.step(), to, posted.to()));
    }

    private static boolean matches(String pattern, String text) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static String offerText(String offer) {
        return offer.equals("none") ? "no offer" : "offer " + offer;
    }

    private void reportMissing(Expectation.ExpectedMail mail) {
        differ(
                "expected a mail of step %s%s; none was posted",
                mail.step(),
                mail.at().map(at -> " at " + ScenarioTimes.format(at)).orElse(""));
    }

    private void reportUnexpected(ScenarioResult.SentMail mail, boolean afterAll) {
        differ(
                afterAll
                        ? "nothing was expected after that, but a mail of step %s was posted at %s (\"%s\")"
                        : "expected no mail of step %s there; one was posted at %s (\"%s\")",
                mail.step(),
                ScenarioTimes.format(mail.at(), scenario.starts()),
                mail.subject());
    }

    private void compareSkipped() {
        for (AlignedPair<Expectation.SkippedMail, Expectation.SkippedMail> pair :
                AlignedPair.align(expected.skipped(), result.skipped(), Expectation.SkippedMail::equals)) {
            pair.ifMissing(skip ->
                    differ("expected the mail of step %s to be skipped (%s); it was not", skip.step(), skip.reason()));
            pair.ifUnexpected(skip -> differ(
                    "expected the mail of step %s to be posted or never ordered; it was skipped (%s)",
                    skip.step(), skip.reason()));
        }
    }

    private void compareSteps() {
        int from = 0;
        for (String step : expected.passes()) {
            int found = result.steps().subList(from, result.steps().size()).indexOf(step);
            if (found < 0) {
                differ(
                        result.steps().contains(step)
                                ? "expected step %s to be passed there; it was passed earlier only (the way was %s)"
                                : "expected step %s to be passed; nobody came there (the way was %s)",
                        step,
                        path());
            } else {
                from += found + 1;
            }
        }
        expected.never().stream()
                .filter(result.steps()::contains)
                .forEach(step -> differ("expected step %s never to be passed; it was (the way was %s)", step, path()));
    }

    private String path() {
        return result.steps().isEmpty() ? "nowhere: nobody entered" : String.join(" → ", result.steps());
    }

    private void compareEnding(ExpectedEnding ending) {
        if (ending instanceof ExpectedEnding.NoEnrolment) {
            if (result.enrolments() > 0) {
                differ("expected that nobody enters; somebody did (the way was %s)", path());
            }
        } else if (result.enrolments() == 0) {
            differ("expected somebody to enter; nobody did");
        } else if (ending instanceof ExpectedEnding.EndsWithReason ends) {
            if (!result.ended().equals(Optional.of(ends.reason()))) {
                differ("expected the walk to end as %s; %s", ends.reason(), ended());
            }
        } else if (ending instanceof ExpectedEnding.WaitsAtStep waits
                && (result.ended().isPresent() || !result.waitsAt().contains(waits.step()))) {
            differ("expected the customer to stay at step %s; %s", waits.step(), ended());
        }
    }

    private String ended() {
        return result.ended()
                .map("it ended as %s"::formatted)
                .orElseGet(() -> "it goes on, and waits at "
                        + result.waitsAt().stream().sorted().collect(Collectors.joining(", ")));
    }

    private void differ(String sentence, Object... details) {
        differences.add(sentence.formatted(details));
    }
}
