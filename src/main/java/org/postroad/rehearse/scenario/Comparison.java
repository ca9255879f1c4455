package org.postroad.rehearse.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.rehearse.scenario.Expectation.ExpectedEnding;

/** Tells in the scenario's own words how the course of a story differs from what was expected. */
final class Comparison {

    private final Scenario scenario;
    private final Expectation expected;
    private final ScenarioResult scenarioResult;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Scenario scenario, ScenarioResult scenarioResult) {
        this.scenario = scenario;
        this.expected = scenario.expected();
        this.scenarioResult = scenarioResult;
    }

    /** A sentence for each difference; empty if all went as expected. */
    static List<String> differences(Scenario scenario, ScenarioResult scenarioResult) {
        Comparison comparison = new Comparison(scenario, scenarioResult);
        comparison.compareMails();
        comparison.compareSkipped();
        comparison.compareSteps();
        scenario.expected().ending().ifPresent(comparison::compareEnding);
        comparison.differences.addAll(scenarioResult.troubles());
        return comparison.differences;
    }

    private void compareMails() {
        List<AlignedPair<Expectation.ExpectedMail, ScenarioResult.SentMail>> pairs = AlignedPair.align(
                expected.mails(),
                scenarioResult.mails(),
                (wanted, posted) -> wanted.step().equals(posted.step()));
        boolean allExpectedCame = false;
        int left = expected.mails().size();
        for (AlignedPair<Expectation.ExpectedMail, ScenarioResult.SentMail> alignedPair : pairs) {
            left -= alignedPair.expected().isPresent() ? 1 : 0;
            alignedPair.ifMatched(this::compareMail);
            alignedPair.ifMissing(this::tellMissing);
            boolean last = allExpectedCame;
            alignedPair.ifUnexpected(sentMail -> tellUnexpected(sentMail, last));
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
                        wanted.step(), offerTold(offer), offerTold(posted.offer())));
        wanted.to()
                .filter(to -> !to.equalsIgnoreCase(posted.to()))
                .ifPresent(to -> differ(
                        "expected the mail of step %s to go to %s; it went to %s", wanted.step(), to, posted.to()));
    }

    private static boolean matches(String pattern, String text) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static String offerTold(String offer) {
        return offer.equals("none") ? "no offer" : "offer " + offer;
    }

    private void tellMissing(Expectation.ExpectedMail expectedMail) {
        differ(
                "expected a mail of step %s%s; none was posted",
                expectedMail.step(),
                expectedMail.at().map(at -> " at " + ScenarioTimes.format(at)).orElse(""));
    }

    private void tellUnexpected(ScenarioResult.SentMail sentMail, boolean afterAll) {
        differ(
                afterAll
                        ? "nothing was expected after that, but a mail of step %s was posted at %s (\"%s\")"
                        : "expected no mail of step %s there; one was posted at %s (\"%s\")",
                sentMail.step(),
                ScenarioTimes.format(sentMail.at(), scenario.starts()),
                sentMail.subject());
    }

    private void compareSkipped() {
        for (AlignedPair<Expectation.SkippedMail, Expectation.SkippedMail> alignedPair :
                AlignedPair.align(expected.skipped(), scenarioResult.skipped(), Expectation.SkippedMail::equals)) {
            alignedPair.ifMissing(skip ->
                    differ("expected the mail of step %s to be skipped (%s); it was not", skip.step(), skip.reason()));
            alignedPair.ifUnexpected(skip -> differ(
                    "expected the mail of step %s to be posted or never ordered; it was skipped (%s)",
                    skip.step(), skip.reason()));
        }
    }

    private void compareSteps() {
        int from = 0;
        for (String step : expected.passes()) {
            int found = scenarioResult
                    .steps()
                    .subList(from, scenarioResult.steps().size())
                    .indexOf(step);
            if (found < 0) {
                differ(
                        scenarioResult.steps().contains(step)
                                ? "expected step %s to be passed there; it was passed earlier only (the way was %s)"
                                : "expected step %s to be passed; nobody came there (the way was %s)",
                        step,
                        way());
            } else {
                from += found + 1;
            }
        }
        expected.never().stream()
                .filter(scenarioResult.steps()::contains)
                .forEach(step -> differ("expected step %s never to be passed; it was (the way was %s)", step, way()));
    }

    private String way() {
        return scenarioResult.steps().isEmpty()
                ? "nowhere: nobody entered"
                : String.join(" → ", scenarioResult.steps());
    }

    private void compareEnding(ExpectedEnding expectedEnding) {
        if (expectedEnding instanceof ExpectedEnding.NoEnrolment) {
            if (scenarioResult.walks() > 0) {
                differ("expected that nobody enters; somebody did (the way was %s)", way());
            }
        } else if (scenarioResult.walks() == 0) {
            differ("expected somebody to enter; nobody did");
        } else if (expectedEnding instanceof ExpectedEnding.EndsWithReason endsWithReason) {
            if (!scenarioResult.ended().equals(Optional.of(endsWithReason.reason()))) {
                differ("expected the walk to end as %s; %s", endsWithReason.reason(), ended());
            }
        } else if (expectedEnding instanceof ExpectedEnding.WaitsAtStep waitsAtStep
                && (scenarioResult.ended().isPresent()
                        || !scenarioResult.waitsAt().contains(waitsAtStep.step()))) {
            differ("expected the customer to stay at step %s; %s", waitsAtStep.step(), ended());
        }
    }

    private String ended() {
        return scenarioResult
                .ended()
                .map("it ended as %s"::formatted)
                .orElseGet(() -> "it goes on, and waits at "
                        + scenarioResult.waitsAt().stream().sorted().collect(Collectors.joining(", ")));
    }

    private void differ(String sentence, Object... parts) {
        differences.add(sentence.formatted(parts));
    }
}
