package org.postroad.rehearse.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.rehearse.scenario.Expectation.Ending;

/** Tells in the scenario's own words how the course of a story differs from what was expected. */
final class Comparison {

    private final Scenario scenario;
    private final Expectation expected;
    private final Course course;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Scenario scenario, Course course) {
        this.scenario = scenario;
        this.expected = scenario.expected();
        this.course = course;
    }

    /** A sentence for each difference; empty if all went as expected. */
    static List<String> differences(Scenario scenario, Course course) {
        Comparison comparison = new Comparison(scenario, course);
        comparison.compareMails();
        comparison.compareSkipped();
        comparison.compareSteps();
        scenario.expected().ending().ifPresent(comparison::compareEnding);
        comparison.differences.addAll(course.troubles());
        return comparison.differences;
    }

    private void compareMails() {
        List<Pair<Expectation.Mail, Course.Mail>> pairs = Pair.align(
                expected.mails(),
                course.mails(),
                (wanted, posted) -> wanted.step().equals(posted.step()));
        boolean allExpectedCame = false;
        int left = expected.mails().size();
        for (Pair<Expectation.Mail, Course.Mail> pair : pairs) {
            left -= pair.expected().isPresent() ? 1 : 0;
            pair.both(this::compareMail);
            pair.expectedAlone(this::tellMissing);
            boolean last = allExpectedCame;
            pair.actualAlone(mail -> tellUnexpected(mail, last));
            allExpectedCame = left == 0;
        }
    }

    private void compareMail(Expectation.Mail wanted, Course.Mail posted) {
        wanted.at()
                .filter(at -> !Moments.sameMinute(posted.at(), at))
                .ifPresent(at -> differ(
                        "expected a mail of step %s at %s; it was posted at %s",
                        wanted.step(), Moments.told(at), Moments.toldBeside(at, posted.at())));
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

    private void tellMissing(Expectation.Mail mail) {
        differ(
                "expected a mail of step %s%s; none was posted",
                mail.step(), mail.at().map(at -> " at " + Moments.told(at)).orElse(""));
    }

    private void tellUnexpected(Course.Mail mail, boolean afterAll) {
        differ(
                afterAll
                        ? "nothing was expected after that, but a mail of step %s was posted at %s (\"%s\")"
                        : "expected no mail of step %s there; one was posted at %s (\"%s\")",
                mail.step(),
                Moments.told(mail.at(), scenario.starts()),
                mail.subject());
    }

    private void compareSkipped() {
        for (Pair<Expectation.Skipped, Expectation.Skipped> pair :
                Pair.align(expected.skipped(), course.skipped(), Expectation.Skipped::equals)) {
            pair.expectedAlone(skip ->
                    differ("expected the mail of step %s to be skipped (%s); it was not", skip.step(), skip.reason()));
            pair.actualAlone(skip -> differ(
                    "expected the mail of step %s to be posted or never ordered; it was skipped (%s)",
                    skip.step(), skip.reason()));
        }
    }

    private void compareSteps() {
        int from = 0;
        for (String step : expected.passes()) {
            int found = course.steps().subList(from, course.steps().size()).indexOf(step);
            if (found < 0) {
                differ(
                        course.steps().contains(step)
                                ? "expected step %s to be passed there; it was passed earlier only (the way was %s)"
                                : "expected step %s to be passed; nobody came there (the way was %s)",
                        step,
                        way());
            } else {
                from += found + 1;
            }
        }
        expected.never().stream()
                .filter(course.steps()::contains)
                .forEach(step -> differ("expected step %s never to be passed; it was (the way was %s)", step, way()));
    }

    private String way() {
        return course.steps().isEmpty() ? "nowhere: nobody entered" : String.join(" → ", course.steps());
    }

    private void compareEnding(Ending ending) {
        if (ending instanceof Ending.NobodyEnters) {
            if (course.walks() > 0) {
                differ("expected that nobody enters; somebody did (the way was %s)", way());
            }
        } else if (course.walks() == 0) {
            differ("expected somebody to enter; nobody did");
        } else if (ending instanceof Ending.Ends ends) {
            if (!course.ended().equals(Optional.of(ends.reason()))) {
                differ("expected the walk to end as %s; %s", ends.reason(), ended());
            }
        } else if (ending instanceof Ending.Stays stays
                && (course.ended().isPresent() || !course.waitsAt().contains(stays.step()))) {
            differ("expected the customer to stay at step %s; %s", stays.step(), ended());
        }
    }

    private String ended() {
        return course.ended()
                .map("it ended as %s"::formatted)
                .orElseGet(() -> "it goes on, and waits at "
                        + course.waitsAt().stream().sorted().collect(Collectors.joining(", ")));
    }

    private void differ(String sentence, Object... parts) {
        differences.add(sentence.formatted(parts));
    }
}
