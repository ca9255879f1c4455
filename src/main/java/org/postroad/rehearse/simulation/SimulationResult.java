package org.postroad.rehearse.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.postroad.report.JourneySnapshots.JourneySnapshot;

/**
 * The outcome of a simulation for its journey. Public for the report's template.
 *
 * @param mailsByStep mails sent, by step
 * @param notSent mails skipped, cancelled or failed, by reason
 * @param concurrentJourneys people who were in another journey at the same time, by that journey
 * @param delayed mails that waited for another, by reason
 * @param offers how often each offer was chosen, by id
 * @param mailsPerDay over all journeys: the number of customers' days with no mail, one mail, two mails …
 * @param neverTaken sequence flows that nobody took
 * @param charts the figures over the days
 */
public record SimulationResult(
        JourneySnapshot journey,
        Map<String, Long> mailsByStep,
        Map<String, Long> notSent,
        Map<String, Long> concurrentJourneys,
        Map<String, Long> delayed,
        Map<String, Long> offers,
        Map<String, Long> mailsPerDay,
        List<String> neverTaken,
        List<LineChart> charts) {

    public long mails() {
        return mailsByStep.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The summary that the command prints. */
    List<String> lines() {
        Stream<String> steps =
                mailsByStep.entrySet().stream().map(step -> "  %-40s %,8d".formatted(step.getKey(), step.getValue()));
        return Stream.of(
                        Stream.of("%,d entered, %,d of them held out; %,d mails:"
                                .formatted(journey.entered(), journey.heldOut(), mails())),
                        steps,
                        effect().stream(),
                        neverTaken.stream().map(flow -> "  nobody took " + flow))
                .flatMap(lines -> lines)
                .toList();
    }

    /** What the journey brings, a sentence for each thing that can be said of it. */
    public List<String> effect() {
        return Double.isNaN(journey.lift())
                ? List.of(journey.liftInWords())
                : List.of(
                        String.format(
                                Locale.ROOT,
                                "Revenue a head within %d days: %.2f; the journey brought %+.2f (95 %%: %+.2f to %+.2f).",
                                journey.windowDays(),
                                journey.revenuePerHead(),
                                journey.lift(),
                                journey.liftLow(),
                                journey.liftHigh()),
                        journey.liftInWords());
    }
}
